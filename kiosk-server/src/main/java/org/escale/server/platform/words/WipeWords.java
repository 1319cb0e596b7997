package org.escale.server.platform.words;

import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;

/** What a wipe looks at and does, in the words of the console. */
public final class WipeWords {

  public static String item(WipeItem item) {
    return switch (item) {
      case PROCESSES -> "Programmes";
      case MEMORY_FILES -> "Fichiers";
      case MOUNTS -> "Dossiers branchés";
      case SHARED_MEMORY -> "Mémoire partagée";
      case KERNEL_KEYS -> "Clés gardées par le système";
      case VISIT_DISPLAY -> "Écran de la visite";
      case NETWORK -> "Réseau de la visite";
      case CONNECTIONS -> "Connexions gardées par le système";
      case RUN_FOLDERS -> "Dossiers de travail";
      case FILES_OUTSIDE -> "Fichiers hors de la visite";
      case PRINT_JOBS -> "Impressions";
      case REMOVABLE_MEDIA -> "Clés USB";
      case SOUND -> "Réglages du son";
      case SPEECH -> "Voix de synthèse";
      case DNS_CACHE -> "Noms de sites";
      case SCREEN -> "Réglages de l’écran";
      case CORE_DUMPS -> "Restes de programmes plantés";
    };
  }

  public static String phase(WipePhase phase) {
    return switch (phase) {
      case BURST -> "Tout fermer";
      case MEMORY -> "Vider la mémoire";
      case OUTSIDE -> "Nettoyer autour";
      case CHECK -> "Vérifier";
    };
  }

  private WipeWords() {}
}
