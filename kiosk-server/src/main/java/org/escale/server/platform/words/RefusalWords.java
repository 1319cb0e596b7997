package org.escale.server.platform.words;

import org.escale.protocol.RefusalReason;

/** What staff reads when the answer is no: what happened, and what to do. */
public final class RefusalWords {

  public static String of(RefusalReason reason) {
    return switch (reason) {
      case MALFORMED_REQUEST ->
          "Cette demande n’est pas complète. Rechargez la page, puis recommencez.";
      case STATION_SECRET_WRONG ->
          "Ce poste n’est pas reconnu. Ajoutez-le à nouveau depuis la page « Postes ».";
      case ENROLMENT_CODE_UNKNOWN ->
          "Ce code d’installation n’existe pas. Vérifiez-le signe par signe.";
      case ENROLMENT_CODE_EXPIRED ->
          "Ce code d’installation n’est plus valable. Demandez-en un nouveau.";
      case ENROLMENT_CODE_USED -> "Ce code d’installation a déjà servi. Demandez-en un nouveau.";
      case TOO_MANY_TRIES -> "Il y a eu trop d’essais. Attendez dix minutes, puis recommencez.";
      case CENTRE_CLOSED -> "Le lieu est fermé à cette heure.";
      case SLOT_IN_THE_PAST -> "Ce créneau est déjà passé. Choisissez-en un plus tard.";
      case SLOT_TOO_FAR_AHEAD -> "Ce créneau est trop lointain. Choisissez-en un plus proche.";
      case SLOT_OUTSIDE_OPENING_HOURS ->
          "Ce créneau dépasse les heures d’ouverture. Choisissez-en un autre.";
      case SLOT_LENGTH_NOT_OFFERED -> "Cette durée n’est pas proposée. Choisissez-en une autre.";
      case SLOT_JUST_TAKEN -> "Ce créneau vient d’être pris. Choisissez-en un autre.";
      case STATION_NOT_CONNECTED ->
          "Ce poste ne répond pas. Vérifiez qu’il est allumé et relié au réseau.";
      case STATION_NOT_CLEAN ->
          "Ce poste n’a pas encore prouvé que tout est effacé. Attendez la fin de l’effacement.";
      case STATION_BUSY -> "Quelqu’un utilise déjà ce poste. Prenez un autre poste libre.";
      case STATION_RESERVED ->
          "Ce poste est réservé pour bientôt. Prenez un autre poste ou une durée plus courte.";
      case TICKET_UNKNOWN -> "Ce ticket n’est pas connu aujourd’hui.";
      case TICKET_NOT_YET -> "Il est encore trop tôt pour ce ticket.";
      case TICKET_FOR_OTHER_STATION -> "Ce ticket est pour un autre poste.";
      case STATION_UNKNOWN -> "Ce poste n’existe pas. Choisissez-en un autre.";
      case NO_STATION_FITS -> "Aucun poste de la salle n’a tout ce qui est demandé.";
      case STATION_IS_RECEPTION -> "Ce poste sert seulement à réserver. Choisissez-en un autre.";
      case STATION_IS_FREE -> "Un poste est libre : il n’y a pas besoin d’attendre.";
      case NO_TICKET_LEFT ->
          "Trop de tickets sont en circulation pour les distinguer. Recommencez plus tard.";
      case TICKET_OF_ANOTHER_DAY -> "Ce ticket est pour un autre jour.";
      case TICKET_IN_USE -> "Cette visite a déjà commencé : elle ne se déplace plus.";
      case TICKET_STILL_WAITS -> "Ce ticket attend encore son tour.";
      case CENTRE_CLOSES_EARLY ->
          "Le lieu ferme : ce ticket est annulé. Choisissez un autre créneau.";
      case SESSION_OVER -> "Cette visite est terminée.";
      case SOMEBODY_WAITS ->
          "Quelqu’un attend un poste : le temps ne peut pas être prolongé ainsi.";
      case CODE_NOT_AVAILABLE -> "Ce poste n’a pas de codes de secours.";
      case CODE_UNKNOWN -> "Ce code n’est pas celui de ce poste.";
      case CODE_NO_LONGER_VALID -> "Ce code n’est plus valable. Donnez-en un nouveau.";
      case CODE_ONLY_WITHOUT_SERVER ->
          "Les codes de secours ne servent que si le serveur ne répond pas.";
      case SERVER_NOT_REACHED -> "Le poste n’a pas pu joindre le serveur. Recommencez bientôt.";
    };
  }

  private RefusalWords() {}
}
