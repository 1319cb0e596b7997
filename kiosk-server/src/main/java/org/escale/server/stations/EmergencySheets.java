package org.escale.server.stations;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.EmergencySheet;
import org.escale.protocol.Report;
import org.escale.protocol.StationId;

/**
 * Codes on paper for the day on which the server is away. They are drawn here, shown once for
 * printing and forgotten: each station keeps what recognises its own, the server keeps nothing of
 * them. Thread-safe; printing and withdrawing block until the stations have answered.
 */
public final class EmergencySheets implements ReportListener {

  /** A station that has not answered by then is told of as not reached. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * What is known of a station's sheet.
   *
   * @param used how many of its codes have opened a visit, as far as is known
   * @param known the station says that it knows this sheet, so its codes are good
   */
  public record Sheet(Instant printedAt, int codes, int used, boolean known) {}

  /**
   * What may be printed now.
   *
   * @param codes by station, in the order asked for; good from now on
   * @param notReached the stations that took no codes: what they had may be good or not
   */
  public record Printout(Map<StationId, List<EmergencyCode>> codes, Set<StationId> notReached) {}

  private record Sent(UUID sheet, CompletableFuture<CommandEnd> end) {}

  private final EmergencySheetStore store;
  private final Room room;
  private final StationLinks links;
  private final Supplier<Duration> usualLength;
  private final SecureRandom random;
  private final ZoneId zone;
  private final InstantSource clock;

  public EmergencySheets(
      EmergencySheetStore store,
      Room room,
      StationLinks links,
      Supplier<Duration> usualLength,
      SecureRandom random,
      ZoneId zone,
      InstantSource clock) {
    this.store = store;
    this.room = room;
    this.links = links;
    this.usualLength = usualLength;
    this.random = random;
    this.zone = zone;
    this.clock = clock;
  }

  /** How long a visit lasts that such a code opens, for sheets printed now. */
  public Duration length() {
    return usualLength.get();
  }

  /** The sheet of each station that has one. */
  public Map<StationId, Sheet> sheets() {
    return store.all();
  }

  /** New codes for these stations, so many for each; those that they had open nothing any more. */
  public Printout print(List<StationId> stations, int codes) {
    Map<StationId, List<EmergencyCode>> drawn = new LinkedHashMap<>();
    Map<StationId, Sent> ends = new LinkedHashMap<>();
    for (StationId station : stations) {
      if (isConnected(station)) {
        List<EmergencyCode> fresh = draw(codes);
        drawn.put(station, fresh);
        ends.put(station, send(station, fresh));
      }
    }
    Set<StationId> notReached = new LinkedHashSet<>(stations);
    ends.forEach(
        (station, sent) -> {
          if (isDone(sent.end())) {
            store.known(station, sent.sheet());
            notReached.remove(station);
          }
        });
    drawn.keySet().removeAll(notReached);
    return new Printout(drawn, notReached);
  }

  /**
   * The codes of this station open nothing any more.
   *
   * @return false if it was not reached: they may be good still
   */
  public boolean withdraw(StationId station) {
    Command none = new Command.EmergencyCodes(CommandId.random(), null);
    boolean done = isConnected(station) && isDone(links.send(station, none));
    if (done) {
      store.withdrawn(station);
      room.changed(station);
    }
    return done;
  }

  @Override
  public void take(StationId station, Report report) {
    if (report instanceof Report.EmergencyCodeUsed used) {
      store.used(used.sheet(), used.number(), LocalDate.ofInstant(used.usedAt(), zone));
    }
  }

  private boolean isConnected(StationId station) {
    return room.snapshot(station).filter(StationSnapshot::connected).isPresent();
  }

  private List<EmergencyCode> draw(int codes) {
    Set<EmergencyCode> drawn = new LinkedHashSet<>();
    while (drawn.size() < codes) {
      drawn.add(EmergencyCode.random(random));
    }
    return new ArrayList<>(drawn);
  }

  /**
   * Written down first: from the moment it is sent, what was printed before may be worth nothing.
   */
  private Sent send(StationId station, List<EmergencyCode> codes) {
    EmergencySheet sheet = EmergencySheet.of(usualLength.get(), codes, random);
    store.printed(station, sheet.id(), codes.size(), clock.instant());
    return new Sent(
        sheet.id(), links.send(station, new Command.EmergencyCodes(CommandId.random(), sheet)));
  }

  private static boolean isDone(CompletableFuture<CommandEnd> end) {
    return end.copy()
        .completeOnTimeout(
            new CommandEnd.NotConfirmed(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join()
        .done();
  }
}
