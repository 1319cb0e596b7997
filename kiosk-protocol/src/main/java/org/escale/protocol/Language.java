package org.escale.protocol;

import java.util.Locale;

/** The languages a station speaks. */
public enum Language {
  FRENCH("fr"),
  ENGLISH("en"),
  ARABIC("ar");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, for example {@code fr}. */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  public boolean rightToLeft() {
    return this == ARABIC;
  }
}
