package org.escale.server.stations;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escale.protocol.Hello;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.protocol.WipeReceipt;
import org.jspecify.annotations.Nullable;

/**
 * All the stations and what each is doing. What a station says is kept, so a restarted server shows
 * the last truth with "not connected" beside it. Thread-safe.
 */
public final class Room implements ReportListener {

  /**
   * @param newestReceipt the number of the newest receipt that the station says it has
   * @param shellThere there is something on its screen
   * @param guideUnderWay its visitor has a guide open
   */
  private record Presence(long newestReceipt, boolean shellThere, boolean guideUnderWay) {

    Presence after(Report report) {
      return switch (report) {
        case Report.Wiped wiped ->
            new Presence(
                Math.max(newestReceipt, wiped.receipt().number()), shellThere, guideUnderWay);
        case Report.StateChanged changed ->
            new Presence(newestReceipt, changed.shellThere(), changed.guideUnderWay());
        case Report.SessionStarted _,
            Report.SessionEnded _,
            Report.HelpAsked _,
            Report.HelpCancelled _,
            Report.EmergencyCodeUsed _,
            Report.CommandResult _ ->
            this;
      };
    }
  }

  private final StationStore store;
  private final InstantSource clock;
  private final Map<StationId, Presence> present = new ConcurrentHashMap<>();
  private final Map<StationId, Integer> unlocking = new ConcurrentHashMap<>();
  private final List<StationChanges> watchers = new CopyOnWriteArrayList<>();

  public Room(StationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public void watch(StationChanges watcher) {
    watchers.add(watcher);
  }

  /** Every station of the centre, by name. */
  public List<StationSnapshot> snapshots() {
    return store.all().stream().map(this::withLink).toList();
  }

  public Optional<StationSnapshot> snapshot(StationId station) {
    return store.find(station).map(this::withLink);
  }

  /** Whether the visitor of this station has a guide open, as far as it has said so. */
  public boolean isGuideUnderWay(StationId station) {
    Presence presence = present.get(station);
    return presence != null && presence.guideUnderWay();
  }

  /** What this station has proven about its last wipes, the newest first. */
  public List<WipeReceipt> receipts(StationId station, int atMost) {
    return store.receipts(station, atMost);
  }

  /**
   * What this station is there for from now on, and what it can offer.
   *
   * @return the station as it was before; empty if there is none
   */
  public Optional<Station> arrange(StationId station, StationRole role, Set<StationTrait> traits) {
    Optional<Station> before = store.arrange(station, role, traits);
    changed(station);
    return before;
  }

  /** Forgets receipts and the ids of reports that arrived before this moment. */
  public int purge(Instant before) {
    return store.purge(before);
  }

  public void connected(StationId station, Hello hello) {
    store.take(station, hello, clock.instant());
    present.put(station, new Presence(hello.lastReceipt(), hello.shellThere(), false));
    changed(station);
  }

  public void disconnected(StationId station) {
    if (present.remove(station) != null) {
      changed(station);
    }
  }

  /** An unlock is on its way: the station is promised to somebody. */
  public void unlockBegins(StationId station) {
    unlocking.merge(station, 1, Integer::sum);
    changed(station);
  }

  /**
   * The unlock was answered or given up.
   *
   * @param used the session that the station was opened for; null if it was not
   */
  public void unlockEnds(StationId station, @Nullable SessionId used) {
    if (used != null) {
      store.markUsed(station, used);
    }
    unlocking.computeIfPresent(station, (_, count) -> count > 1 ? count - 1 : null);
    changed(station);
  }

  @Override
  public void take(StationId station, Report report) {
    if (store.take(station, report, clock.instant())) {
      present.computeIfPresent(station, (_, known) -> known.after(report));
      changed(station);
    }
  }

  /** Something about a station that is not kept here has changed, for example its name. */
  public void changed(StationId station) {
    watchers.forEach(watcher -> watcher.changed(station));
  }

  private StationSnapshot withLink(StationSnapshot kept) {
    Presence presence = present.get(kept.station().id());
    StationSnapshot.LastReceipt receipt = kept.receipt();
    boolean newest =
        receipt != null && presence != null && receipt.number() == presence.newestReceipt();
    return new StationSnapshot(
        kept.station(),
        presence != null,
        presence != null && presence.shellThere(),
        unlocking.containsKey(kept.station().id()),
        kept.state(),
        kept.session(),
        kept.remaining(),
        kept.saidAt(),
        kept.outOfService(),
        kept.nobodyProven(),
        receipt == null
            ? null
            : new StationSnapshot.LastReceipt(
                receipt.number(),
                receipt.residue(),
                receipt.arrivedAt(),
                receipt.newerThanLastUse(),
                newest));
  }
}
