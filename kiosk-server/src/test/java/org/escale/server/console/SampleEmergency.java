package org.escale.server.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.server.stations.EmergencySheets;
import org.escale.server.stations.EmergencySheets.Sheet;
import org.escale.server.stations.Station;
import org.escale.server.stations.web.EmergencyCard;
import org.escale.server.stations.web.EmergencyView;

/** Printed codes: which stations have some, and the card itself. */
final class SampleEmergency {

  static Map<String, EmergencyView> views() {
    List<Station> stations = stations(6);
    Map<StationId, Sheet> sheets = new LinkedHashMap<>();
    sheets.put(stations.get(0).id(), new Sheet(SampleRoom.NOW, 6, 0, true));
    sheets.put(stations.get(1).id(), new Sheet(SampleRoom.NOW, 6, 1, true));
    sheets.put(stations.get(2).id(), new Sheet(SampleRoom.NOW, 6, 3, false));
    sheets.put(stations.get(3).id(), new Sheet(SampleRoom.NOW, 3, 3, true));
    return Map.of(
        "full", new EmergencyView(stations, sheets, SampleRoom.PARIS),
        "empty", new EmergencyView(List.of(), Map.of(), SampleRoom.PARIS));
  }

  static Map<String, EmergencyCard> cards() {
    return Map.of(
        "one", card(1, 12, Set.of()),
        "twelve", card(12, 6, Set.of(3, 7)),
        "sixteen", card(16, 6, Set.of()));
  }

  private static EmergencyCard card(int size, int codes, Set<Integer> missing) {
    List<Station> stations = stations(size);
    Map<StationId, List<EmergencyCode>> drawn = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      if (!missing.contains(i)) {
        drawn.put(stations.get(i).id(), codes(i, codes));
      }
    }
    return new EmergencyCard(
        "Espace des Lilas",
        stations,
        new EmergencySheets.Printout(
            drawn, Set.copyOf(missing.stream().map(index -> stations.get(index).id()).toList())),
        Duration.ofHours(1),
        SampleRoom.NOW,
        SampleRoom.PARIS);
  }

  private static List<EmergencyCode> codes(int station, int size) {
    List<EmergencyCode> codes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long digits = (station * 7_919L + i * 104_729L + 31) * 48_611 % 100_000_000;
      codes.add(new EmergencyCode(String.format(Locale.ROOT, "%08d", digits)));
    }
    return codes;
  }

  private static List<Station> stations(int size) {
    List<Station> stations = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      stations.add(new Station(SampleRoom.id(i), "Poste " + i, StationRole.VISITS, Set.of()));
    }
    return stations;
  }

  private SampleEmergency() {}
}
