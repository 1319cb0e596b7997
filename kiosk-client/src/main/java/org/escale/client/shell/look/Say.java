package org.escale.client.shell.look;

/** Words on a screen, in the few sizes there are. */
public final class Say {

  public static Sentence heading(String text) {
    return new Sentence(text, "heading");
  }

  public static Sentence lead(String text) {
    return new Sentence(text, "lead");
  }

  public static Sentence body(String text) {
    return new Sentence(text, "body");
  }

  public static Sentence strong(String text) {
    return new Sentence(text, "strong");
  }

  public static Sentence quiet(String text) {
    return new Sentence(text, "quiet");
  }

  private Say() {}
}
