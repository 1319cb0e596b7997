package org.escale.server.platform.page;

/** What came of an action, said once on the next page. */
public record Flash(Kind kind, String text) {

  /** Whether it was done. */
  public enum Kind {
    DONE,
    REFUSED
  }

  public static Flash done(String text) {
    return new Flash(Kind.DONE, text);
  }

  public static Flash refused(String text) {
    return new Flash(Kind.REFUSED, text);
  }
}
