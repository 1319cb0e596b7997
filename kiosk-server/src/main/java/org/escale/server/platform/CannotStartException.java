package org.escale.server.platform;

import org.jspecify.annotations.Nullable;

/** The server cannot start. The message is one clear sentence for whoever started it. */
public final class CannotStartException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong, and the exit code of the program that says so. */
  public enum Reason {
    BAD_SETTINGS(2),
    PORT_TAKEN(3),
    DATA_FOLDER_NOT_WRITABLE(4),
    DATABASE_NEWER_THAN_PROGRAM(5),
    DATA_FOLDER_IN_USE(6),
    DATABASE_UNREADABLE(7);

    private final int exitCode;

    Reason(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  private final Reason reason;

  public CannotStartException(Reason reason, String sentence) {
    this(reason, sentence, null);
  }

  public CannotStartException(Reason reason, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
