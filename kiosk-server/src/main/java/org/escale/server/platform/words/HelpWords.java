package org.escale.server.platform.words;

import org.escale.protocol.HelpReason;

/** Why a visitor calls, as a mediator reads it. */
public final class HelpWords {

  public static String of(HelpReason reason) {
    return switch (reason) {
      case DO_NOT_KNOW_WHAT_TO_DO -> "Ne sait pas quoi faire";
      case FORGOT_PASSWORD -> "Mot de passe oublié";
      case PRINT -> "Veut imprimer";
      case SOMETHING_IS_BROKEN -> "Quelque chose ne marche pas";
    };
  }

  private HelpWords() {}
}
