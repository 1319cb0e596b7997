package org.escale.server.live.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.server.live.ComingBooking;
import org.escale.server.live.HelpCall;
import org.escale.server.live.Room;
import org.escale.server.platform.words.TimeWords;

/** The room page: the stations, who waits for help, who comes next, and one sentence on it all. */
public record RoomView(Room room, List<StationView> stations) {

  /** How many calls and bookings fit beside the stations; at least two bookings are shown. */
  private static final int FITTING = 7;

  public static RoomView of(Room room) {
    Set<StationId> calling =
        room.calls().stream()
            .filter(call -> !call.taken())
            .map(HelpCall::station)
            .collect(Collectors.toSet());
    return new RoomView(
        room,
        room.stations().stream()
            .map(
                card -> new StationView(card, calling.contains(card.id()), room.now(), room.zone()))
            .toList());
  }

  /** For example {@code 9 postes libres, 5 occupés, 1 hors service.} */
  public String sentence() {
    if (stations.isEmpty()) {
      return "Aucun poste pour l’instant.";
    }
    int free = 0;
    int held = 0;
    int busy = 0;
    int away = 0;
    for (StationView station : stations) {
      switch (station.look()) {
        case FREE -> free++;
        case HELD -> held++;
        case OPENING, BUSY, SOON, HIDDEN, ENDING, WIPING, UNPROVEN, NO_SCREEN -> busy++;
        case ABSENT, UNUSED, OUT, UNCLEAN -> away++;
        case RECEPTION -> {
          // Nobody works at it.
        }
      }
    }
    List<String> parts = new ArrayList<>();
    parts.add(
        free == 0 ? "Aucun poste libre" : free + (free == 1 ? " poste libre" : " postes libres"));
    addIfAny(parts, held, "réservé");
    addIfAny(parts, busy, "occupé");
    if (away > 0) {
      parts.add(away + " hors service");
    }
    return String.join(", ", parts) + ".";
  }

  /** For example {@code 2 personnes attendent de l’aide}. */
  public String waiting() {
    long waiting = room.calls().stream().filter(call -> !call.taken()).count();
    if (waiting == 0) {
      return "Personne n’attend d’aide";
    }
    return waiting == 1
        ? "1 personne attend de l’aide"
        : waiting + " personnes attendent de l’aide";
  }

  /** What the next station could be called. */
  public String nextName() {
    return "Poste " + (stations.size() + 1);
  }

  public List<ComingBooking> firstComing() {
    return room.coming().subList(0, shownComing());
  }

  public int laterCount() {
    return room.coming().size() - shownComing();
  }

  public String waitedFor(HelpCall call) {
    return TimeWords.since(Duration.between(call.askedAt(), room.now()));
  }

  /** For example {@code 3 personnes attendent un poste}. */
  public String inLine() {
    int waiting = room.waiting().size();
    return waiting == 1 ? "1 personne attend un poste" : waiting + " personnes attendent un poste";
  }

  /** The first in line, as many as fit on a line. */
  public List<PublicTicket> firstInLine() {
    return room.waiting().subList(0, Math.min(room.waiting().size(), 5));
  }

  private int shownComing() {
    int others = room.calls().size() + (room.waiting().isEmpty() ? 0 : 2);
    return Math.min(room.coming().size(), Math.max(2, FITTING - others));
  }

  private static void addIfAny(List<String> parts, int count, String word) {
    if (count > 0) {
      parts.add(count + " " + word + (count == 1 ? "" : "s"));
    }
  }
}
