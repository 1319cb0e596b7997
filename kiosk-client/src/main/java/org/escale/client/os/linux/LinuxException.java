package org.escale.client.os.linux;

/** The operating system did not do what it was asked. Never names a visitor's file. */
public final class LinuxException extends Exception {

  private static final long serialVersionUID = 1L;

  public LinuxException(String what) {
    super(what);
  }

  public LinuxException(String what, Throwable cause) {
    super(what, cause);
  }
}
