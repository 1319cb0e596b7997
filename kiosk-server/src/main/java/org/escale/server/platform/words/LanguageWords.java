package org.escale.server.platform.words;

import org.escale.protocol.Language;

/** The languages of the stations, each in its own words. */
public final class LanguageWords {

  public static String of(Language language) {
    return switch (language) {
      case FRENCH -> "Français";
      case ENGLISH -> "English";
      case ARABIC -> "العربية";
    };
  }

  private LanguageWords() {}
}
