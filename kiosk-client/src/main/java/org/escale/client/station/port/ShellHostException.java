package org.escale.client.station.port;

/** The shell's program, or what it stands on, could not be started. */
public final class ShellHostException extends Exception {

  private static final long serialVersionUID = 1L;

  public ShellHostException(String what) {
    super(what);
  }

  public ShellHostException(String what, Throwable cause) {
    super(what, cause);
  }
}
