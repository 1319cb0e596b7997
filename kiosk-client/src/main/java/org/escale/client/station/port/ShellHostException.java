package org.escale.client.station.port;

/** The shell could not be started. */
public final class ShellHostException extends Exception {

  private static final long serialVersionUID = 1L;

  public ShellHostException(String what, Throwable cause) {
    super(what, cause);
  }
}
