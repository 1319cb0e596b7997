package org.escale.server.platform.page;

/** The places of the console, in the order of its menu. */
public enum Place {
  ROOM("/", "La salle", "grid-3x3-gap", false),
  BOOKINGS("/bookings", "Réservations", "calendar-week", false),
  QUEUE("/queue", "File d’attente", "people", false),
  WORKSHOPS("/workshops", "Ateliers", "easel", false),
  HELP("/help", "Demandes d’aide", "hand-index-thumb", false),
  USAGE("/usage", "Chiffres du jour", "bar-chart", false),
  STATIONS("/stations", "Postes", "pc-display", true),
  OPENING("/opening", "Horaires", "clock", true),
  ACCOUNTS("/accounts", "Comptes", "person-badge", true);

  private final String path;
  private final String label;
  private final String icon;
  private final boolean adminOnly;

  Place(String path, String label, String icon, boolean adminOnly) {
    this.path = path;
    this.label = label;
    this.icon = icon;
    this.adminOnly = adminOnly;
  }

  public String path() {
    return path;
  }

  public String label() {
    return label;
  }

  public String icon() {
    return icon;
  }

  public boolean openTo(boolean admin) {
    return admin || !adminOnly;
  }
}
