package org.escale.server.stations.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.escale.protocol.EmergencyCode;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.stations.EmergencySheets;
import org.escale.server.stations.Station;

/**
 * The card that hangs at the desk for the day on which the server is away. Holds the codes
 * themselves, for as long as the page is drawn.
 */
public record EmergencyCard(
    String centreName,
    List<Station> asked,
    EmergencySheets.Printout printout,
    Duration length,
    Instant printedAt,
    ZoneId zone) {

  /** A station with its codes, as printed. */
  public record Row(String name, List<String> codes) {

    @Override
    public String toString() {
      return "Row[" + name + "]";
    }
  }

  public List<Row> rows() {
    return asked.stream()
        .filter(station -> printout.codes().containsKey(station.id()))
        .map(
            station ->
                new Row(
                    station.name(),
                    printout.codes().getOrDefault(station.id(), List.of()).stream()
                        .map(EmergencyCode::spelled)
                        .toList()))
        .toList();
  }

  /** The stations that took no codes, by name; empty if all did. */
  public String missing() {
    return asked.stream()
        .filter(station -> printout.notReached().contains(station.id()))
        .map(Station::name)
        .collect(Collectors.joining(", "));
  }

  public String visitLength() {
    return TimeWords.length(length);
  }

  public String day() {
    return TimeWords.day(printedAt.atZone(zone).toLocalDate());
  }

  @Override
  public String toString() {
    return "EmergencyCard[hidden]";
  }
}
