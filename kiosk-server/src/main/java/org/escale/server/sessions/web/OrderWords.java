package org.escale.server.sessions.web;

import org.escale.server.sessions.Order;

/** What staff reads when a station could not be told. */
final class OrderWords {

  static String of(Order.Reason reason) {
    return switch (reason) {
      case STATION_NOT_CONNECTED ->
          "Ce poste ne répond pas. Vérifiez qu’il est allumé et relié au réseau.";
      case SESSION_OVER -> "Cette séance est déjà finie.";
      case TIME_TAKEN ->
          "Le temps demandé est déjà réservé par quelqu’un d’autre. Essayez une durée plus courte.";
    };
  }

  private OrderWords() {}
}
