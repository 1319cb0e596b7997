package org.escale.server.sessions.web;

import org.escale.protocol.CommandOutcome;
import org.escale.server.sessions.Order;
import org.escale.server.sessions.SentCommand;
import org.escale.server.sessions.Setback;
import org.jspecify.annotations.Nullable;

/** What staff reads when a station could not be told, or did not do it. */
public final class OrderWords {

  static String of(Order.Reason reason) {
    return switch (reason) {
      case STATION_NOT_CONNECTED ->
          "Ce poste ne répond pas. Vérifiez qu’il est allumé et relié au réseau.";
      case SESSION_OVER -> "Cette séance est déjà finie.";
      case TIME_TAKEN ->
          "Le temps demandé est déjà réservé par quelqu’un d’autre. Essayez une durée plus courte.";
    };
  }

  /** A few words beside the station, for example why it was not unlocked. */
  public static String of(Setback setback) {
    return what(setback.wish()) + " : " + why(setback.answer()) + ".";
  }

  private static String what(SentCommand.Kind wish) {
    return switch (wish) {
      case UNLOCK -> "Pas débloqué";
      case EXTEND -> "Temps non prolongé";
      case SHORTEN -> "Fermeture non annoncée";
      case HIDE -> "Écran non caché";
      case END -> "Séance non terminée";
      case OUT_OF_SERVICE -> "Pas mis hors service";
      case IN_SERVICE -> "Pas remis en service";
    };
  }

  private static String why(@Nullable CommandOutcome answer) {
    return switch (answer) {
      case null -> "il n’a pas répondu";
      case REFUSED_NOT_CLEAN -> "il n’est pas encore effacé";
      case REFUSED_BUSY -> "il est déjà occupé";
      case REFUSED_OTHER_SESSION -> "cette séance était finie";
      case REFUSED_OUT_OF_SERVICE -> "il est hors service";
      case REFUSED_NOT_NOW -> "il n’était pas prêt. Réessayez";
      case FAILED -> "il a eu une panne";
      case DONE -> throw new IllegalStateException("what was done is no setback");
    };
  }

  private OrderWords() {}
}
