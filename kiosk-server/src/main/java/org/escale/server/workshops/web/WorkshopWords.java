package org.escale.server.workshops.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.workshops.Level;
import org.escale.server.workshops.Theme;
import org.escale.server.workshops.Workshop;
import org.escale.server.workshops.Workshops.SeatState;

/** Workshops in French, in the words of the funders' reports. */
public final class WorkshopWords {

  public static String of(Level level) {
    return switch (level) {
      case DEBUTANT -> "Débutant";
      case INTERMEDIAIRE -> "Intermédiaire";
      case AVANCE -> "Avancé";
    };
  }

  public static String of(Theme theme) {
    return switch (theme) {
      case DIAGNOSTIC_NUMERIQUE -> "Diagnostic numérique";
      case PRENDRE_EN_MAIN_DU_MATERIEL -> "Prendre en main du matériel";
      case MAINTENANCE_DE_MATERIEL -> "Maintenance de matériel";
      case GERE_SES_CONTENUS_NUMERIQUES -> "Gérer ses contenus numériques";
      case NAVIGATION_SUR_INTERNET -> "Navigation sur Internet";
      case EMAIL -> "E-mail";
      case BUREAUTIQUE -> "Bureautique";
      case RESEAUX_SOCIAUX -> "Réseaux sociaux";
      case SANTE -> "Santé";
      case BANQUE_ET_ACHATS_EN_LIGNE -> "Banque et achats en ligne";
      case ENTREPRENEURIAT -> "Entrepreneuriat";
      case INSERTION_PROFESSIONNELLE -> "Insertion professionnelle";
      case SECURITE_NUMERIQUE -> "Sécurité numérique";
      case PARENTALITE -> "Parentalité";
      case SCOLARITE_ET_NUMERIQUE -> "Scolarité et numérique";
      case CREER_AVEC_LE_NUMERIQUE -> "Créer avec le numérique";
      case CULTURE_NUMERIQUE -> "Culture numérique";
      case INTELLIGENCE_ARTIFICIELLE -> "Intelligence artificielle";
      case AIDE_AUX_DEMARCHES_ADMINISTRATIVES -> "Aide aux démarches administratives";
    };
  }

  public static String of(Workshop.State state, boolean over) {
    return switch (state) {
      case PLANNED -> over ? "Personne n’est venu" : "À venir";
      case HELD -> over ? "A eu lieu" : "En cours";
      case CANCELLED -> "Annulée";
    };
  }

  public static String icon(Workshop.State state, boolean over) {
    return switch (state) {
      case PLANNED -> over ? "person-x" : "clock";
      case HELD -> over ? "check-circle" : "person-workspace";
      case CANCELLED -> "x-circle";
    };
  }

  public static String of(SeatState state) {
    return switch (state) {
      case RESERVED -> "Réservé";
      case OPEN -> "Ouvert";
      case OVER -> "Terminé";
    };
  }

  public static String icon(SeatState state) {
    return switch (state) {
      case RESERVED -> "bookmark-check";
      case OPEN -> "person-workspace";
      case OVER -> "check-circle";
    };
  }

  /** For example {@code mardi 24 novembre 2026}. */
  public static String day(Instant start, ZoneId zone) {
    return TimeWords.day(LocalDate.ofInstant(start, zone));
  }

  /** For example {@code 14 h à 16 h}. */
  public static String hours(Instant start, Instant end, ZoneId zone) {
    return TimeWords.clock(start, zone) + " à " + TimeWords.clock(end, zone);
  }

  public static String length(Duration length) {
    return TimeWords.length(length);
  }

  private WorkshopWords() {}
}
