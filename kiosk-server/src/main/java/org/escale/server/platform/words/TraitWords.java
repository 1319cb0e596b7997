package org.escale.server.platform.words;

import org.escale.protocol.StationTrait;

/** What a station can offer, in the words of the console. */
public final class TraitWords {

  public static String of(StationTrait trait) {
    return switch (trait) {
      case WHEELCHAIR_ACCESS -> "Accès en fauteuil roulant";
      case LARGE_SCREEN -> "Grand écran";
      case PRINTER_NEAR -> "Imprimante à côté";
      case WEBCAM -> "Webcam";
    };
  }

  private TraitWords() {}
}
