package org.escale.protocol;

/** The server refuses the link or a frame on it; it closes the connection after this. */
public record Goodbye(Reason reason) implements ToStation {

  /** Why the link ends. */
  public enum Reason {
    NO_COMMON_VERSION,
    MALFORMED_FRAME,
    UNKNOWN_TYPE,
    FRAME_TOO_LARGE,
    HELLO_EXPECTED,
    REPLACED_BY_NEWER_LINK,
    SERVER_STOPPING
  }
}
