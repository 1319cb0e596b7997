package org.escale.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeReceipt;
import org.escale.server.booking.Booking;
import org.escale.server.help.HelpDesk;
import org.escale.server.help.HelpRequest;
import org.escale.server.live.ComingBooking;
import org.escale.server.live.HelpCall;
import org.escale.server.live.Room;
import org.escale.server.live.RoomSource;
import org.escale.server.live.StationCard;
import org.escale.server.live.StationCard.Contact;
import org.escale.server.live.StationCard.Held;
import org.escale.server.live.StationCard.LastWipe;
import org.escale.server.live.StationCard.Visit;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.sessions.Setback;
import org.escale.server.sessions.UnlockCodes;
import org.escale.server.sessions.web.OrderWords;
import org.escale.server.stations.StationSnapshot;
import org.escale.server.stations.StationSnapshot.LastReceipt;
import org.jspecify.annotations.Nullable;

/** What the features know of the room, put together as the console shows it. Thread-safe. */
final class ConsoleRoom implements RoomSource {

  private final org.escale.server.stations.Room stations;
  private final StoryAssembly story;
  private final ZoneId zone;
  private final InstantSource clock;

  ConsoleRoom(
      org.escale.server.stations.Room stations,
      StoryAssembly story,
      ZoneId zone,
      InstantSource clock) {
    this.stations = stations;
    this.story = story;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public Room now() {
    Instant now = clock.instant();
    List<StationSnapshot> snapshots = stations.snapshots();
    return new Room(
        now, zone, cards(snapshots, now), calls(snapshots), story.queue.tickets(), coming(now));
  }

  private List<StationCard> cards(List<StationSnapshot> snapshots, Instant now) {
    Map<StationId, OpenSessions.Line> open = story.openSessions.open();
    Map<StationId, Booking> held = story.holds.held();
    Map<StationId, Setback> setbacks = story.setbacks.latest();
    Map<StationId, UnlockCodes.Issued> codes = story.unlockCodes.current();
    return snapshots.stream()
        .map(
            snapshot -> {
              StationId id = snapshot.station().id();
              return card(
                  snapshot, open.get(id), held.get(id), setbacks.get(id), codes.get(id), now);
            })
        .toList();
  }

  private StationCard card(
      StationSnapshot snapshot,
      OpenSessions.@Nullable Line session,
      @Nullable Booking held,
      @Nullable Setback setback,
      UnlockCodes.@Nullable Issued code,
      Instant now) {
    return new StationCard(
        snapshot.station().id(),
        snapshot.station().name(),
        new Contact(snapshot.connected(), snapshot.shellThere(), snapshot.saidAt()),
        snapshot.state(),
        snapshot.outOfService(),
        visit(snapshot, session, stations.isGuideUnderWay(snapshot.station().id()), now),
        held == null ? null : new Held(held.id(), held.ticket(), held.startsAt()),
        wipe(snapshot.station().id(), snapshot.receipt()),
        setback == null ? null : OrderWords.of(setback),
        new StationCard.Setup(snapshot.station().role(), snapshot.station().traits()),
        code == null ? null : new StationCard.Code(code.code(), code.validUntil()));
  }

  /** The station says whether there is a visit; the server knows what it was granted for. */
  private static @Nullable Visit visit(
      StationSnapshot snapshot,
      OpenSessions.@Nullable Line line,
      boolean guideUnderWay,
      Instant now) {
    SessionId said = snapshot.session();
    if (said == null || line == null || !line.session().id().equals(said)) {
      return null;
    }
    var left = snapshot.remainingAt(now);
    return new Visit(
        said,
        line.ticket(),
        line.language(),
        left == null ? line.endsAt() : now.plus(left),
        snapshot.nobodyProven(),
        guideUnderWay);
  }

  private @Nullable LastWipe wipe(StationId station, @Nullable LastReceipt receipt) {
    return receipt == null
        ? null
        : new LastWipe(
            receipt.arrivedAt(),
            receipt.residue() == 0 && receipt.newerThanLastUse() && receipt.isNewest(),
            receipt.residue() == 0 ? Map.of() : left(station));
  }

  /** Looked up for the few stations of which something was left. */
  private Map<WipeItem, Integer> left(StationId station) {
    return stations.receipts(station, 1).stream()
        .findFirst()
        .map(WipeReceipt::left)
        .orElse(Map.of());
  }

  private List<HelpCall> calls(List<StationSnapshot> snapshots) {
    Map<StationId, String> names =
        snapshots.stream()
            .collect(Collectors.toMap(each -> each.station().id(), each -> each.station().name()));
    return story.help.queue().stream().map(line -> call(line, names)).toList();
  }

  private static HelpCall call(HelpDesk.Line line, Map<StationId, String> names) {
    HelpRequest request = line.request();
    @Nullable PublicTicket ticket = line.ticket();
    return new HelpCall(
        request.id(),
        request.station(),
        names.getOrDefault(request.station(), "Poste"),
        ticket,
        request.reason(),
        request.askedAt(),
        request.state() == HelpRequest.State.TAKEN);
  }

  private List<ComingBooking> coming(Instant now) {
    return story.diary.today().stream()
        .filter(line -> line.booking().state() == Booking.State.HELD)
        .filter(line -> line.booking().endsAt().isAfter(now))
        .map(
            line ->
                new ComingBooking(
                    line.booking().ticket(), line.stationName(), line.booking().startsAt()))
        .toList();
  }
}
