package org.escale.server.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationTrait;
import org.escale.server.queue.web.DisplayView;
import org.escale.server.queue.web.QueueView;

/** A queue that is long, and one that is empty. */
final class SampleQueue {

  static Map<String, QueueView> pages() {
    Map<String, QueueView> pages = new LinkedHashMap<>();
    pages.put(
        "full",
        new QueueView(
            SampleRoom.NOW,
            SampleRoom.PARIS,
            line(),
            List.of(call(21, 4), call(22, 6)),
            List.of(
                new QueueView.Late(
                    id("late"),
                    SampleRoom.ticket(23),
                    SampleRoom.name(9),
                    SampleRoom.NOW.minus(Duration.ofMinutes(12)))),
            List.of(new QueueView.Station(SampleRoom.id(2), SampleRoom.name(2)))));
    pages.put(
        "empty",
        new QueueView(
            SampleRoom.NOW, SampleRoom.PARIS, List.of(), List.of(), List.of(), List.of()));
    return pages;
  }

  static Map<String, DisplayView> displays() {
    Map<String, DisplayView> displays = new LinkedHashMap<>();
    displays.put("full", display(calls(3), tickets(11), 0, List.of(), true));
    displays.put("busy", display(calls(5), tickets(20), 2, tickets(4), true));
    displays.put("quiet", display(List.of(), List.of(), 3, List.of(), true));
    displays.put("closed", display(List.of(), List.of(), 0, tickets(3), false));
    return displays;
  }

  private static DisplayView display(
      List<DisplayView.Call> called,
      List<PublicTicket> waiting,
      int free,
      List<PublicTicket> calledOff,
      boolean open) {
    return new DisplayView(
        "Espace numérique des Lilas",
        SampleRoom.NOW,
        SampleRoom.PARIS,
        called,
        waiting,
        free,
        calledOff,
        open,
        open ? null : SampleRoom.NOW.plus(Duration.ofHours(19)));
  }

  private static List<DisplayView.Call> calls(int count) {
    List<DisplayView.Call> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(new DisplayView.Call(SampleRoom.ticket(3 * i + 2), SampleRoom.name(3 * i + 4)));
    }
    return calls;
  }

  private static List<PublicTicket> tickets(int count) {
    List<PublicTicket> tickets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tickets.add(SampleRoom.ticket(40 + i));
    }
    return tickets;
  }

  private static List<QueueView.Line> line() {
    List<QueueView.Line> line = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      line.add(
          new QueueView.Line(
              id("line" + i),
              i + 1,
              SampleRoom.ticket(31 + i),
              SampleRoom.NOW.minus(Duration.ofMinutes(14L - 3L * i)),
              Duration.ofHours(i == 3 ? 2 : 1),
              i == 1 ? Set.of(StationTrait.WHEELCHAIR_ACCESS, StationTrait.PRINTER_NEAR) : Set.of(),
              i == 4 ? null : Duration.ofMinutes(15L * i)));
    }
    return line;
  }

  private static QueueView.Call call(int ticket, int station) {
    return new QueueView.Call(
        id("called" + ticket),
        SampleRoom.ticket(ticket),
        SampleRoom.name(station),
        SampleRoom.NOW.plus(Duration.ofMinutes(3)));
  }

  private static BookingId id(String seed) {
    return new BookingId(SampleRoom.uuid(seed));
  }

  private SampleQueue() {}
}
