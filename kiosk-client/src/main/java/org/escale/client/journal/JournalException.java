package org.escale.client.journal;

/** The journal could not be read or written. */
public final class JournalException extends Exception {

  private static final long serialVersionUID = 1L;

  public JournalException(String what, Throwable cause) {
    super(what, cause);
  }
}
