package org.escale.server.stations.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.escale.protocol.StationId;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.stations.EmergencySheets;
import org.escale.server.stations.Station;
import org.jspecify.annotations.Nullable;

/** Which stations have printed codes, and whether these are good. */
public record EmergencyView(
    List<Station> stations, Map<StationId, EmergencySheets.Sheet> sheets, ZoneId zone) {

  /** How many codes a station may be given; with the usual, sixteen stations fit on a page. */
  public static final List<Integer> OFFERED = List.of(3, 6, 12);

  public static final int USUAL = 6;

  /**
   * @throws IllegalArgumentException if that many are not offered
   */
  static int codes(String text) {
    int codes = Integer.parseInt(text);
    if (!OFFERED.contains(codes)) {
      throw new IllegalArgumentException("not offered");
    }
    return codes;
  }

  public boolean hasSheet(Station station) {
    return sheets.containsKey(station.id());
  }

  public boolean good(Station station) {
    EmergencySheets.Sheet sheet = sheets.get(station.id());
    return sheet != null && sheet.known() && sheet.used() < sheet.codes();
  }

  /** What there is to know in a few words. */
  public String state(Station station) {
    EmergencySheets.Sheet sheet = sheets.get(station.id());
    if (sheet == null) {
      return "Pas de codes";
    }
    if (!sheet.known()) {
      return "Ce poste n’a pas ces codes : imprimez une nouvelle fiche";
    }
    int left = sheet.codes() - sheet.used();
    if (left <= 0) {
      return "Tous ont servi : imprimez une nouvelle fiche";
    }
    String good = left == 1 ? "1 code utilisable" : left + " codes utilisables";
    return sheet.used() == 0 ? good : good + ", " + served(sheet.used());
  }

  /** When it was printed; empty if there is none. */
  public String printed(Station station) {
    EmergencySheets.@Nullable Sheet sheet = sheets.get(station.id());
    return sheet == null ? "" : TimeWords.day(sheet.printedAt().atZone(zone).toLocalDate());
  }

  private static String served(int used) {
    return used == 1 ? "1 a servi" : used + " ont servi";
  }
}
