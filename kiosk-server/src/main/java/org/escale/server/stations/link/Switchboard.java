package org.escale.server.stations.link;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Hello;
import org.escale.protocol.Report;
import org.escale.protocol.ReportAck;
import org.escale.protocol.StationId;
import org.escale.protocol.Welcome;
import org.escale.server.platform.Clockwork;
import org.escale.server.stations.CommandEnd;
import org.escale.server.stations.ReportListener;
import org.escale.server.stations.Room;
import org.escale.server.stations.Station;
import org.escale.server.stations.StationLinks;
import org.escale.server.stations.StationSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All the links: commands go out, reports come in. Thread-safe. */
public final class Switchboard implements StationLinks, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Switchboard.class);
  private static final int LOOKS_PER_LIFE = 10;
  private static final Duration GOODBYES_TAKE_AT_MOST = Duration.ofSeconds(2);

  private final Room room;
  private final List<ReportListener> listeners;
  private final String centreName;
  private final ZoneId zone;
  private final LinkTimes times;
  private final Map<StationId, StationLine> lines = new ConcurrentHashMap<>();
  private final Set<StationLink> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closing;

  /**
   * @param listeners told of each report in this order; may grow until the server starts
   */
  public Switchboard(
      Room room, List<ReportListener> listeners, String centreName, ZoneId zone, LinkTimes times) {
    this.room = room;
    this.listeners = listeners;
    this.centreName = centreName;
    this.zone = zone;
    this.times = times;
  }

  public void watch(Clockwork clockwork) {
    clockwork.every(times.pingEvery(), () -> open.forEach(StationLink::ping));
    clockwork.every(times.deadAfter().dividedBy(LOOKS_PER_LIFE), this::dropTheSilent);
    clockwork.every(times.unlockLife().dividedBy(LOOKS_PER_LIFE), this::giveUpWhatIsOver);
  }

  @Override
  public CompletableFuture<CommandEnd> send(StationId station, Command command) {
    StationLine line = line(station);
    PendingCommand known = line.waiting(command.id());
    if (known != null) {
      return known.end();
    }
    boolean unlock = command instanceof Command.Unlock;
    if (unlock && line.link() == null) {
      return CompletableFuture.completedFuture(new CommandEnd.NotConnected());
    }
    PendingCommand fresh = new PendingCommand(command, times.lifeOf(command));
    if (unlock) {
      room.unlockBegins(station);
    }
    PendingCommand pending = line.add(fresh);
    if (!pending.equals(fresh)) {
      if (unlock) {
        room.unlockEnds(station, null);
      }
      return pending.end();
    }
    StationLink link = line.link();
    if (link != null) {
      link.send(command);
    }
    return pending.end();
  }

  @Override
  public void renew(StationId station) {
    StationLink link = line(station).link();
    if (link != null) {
      log.info("Station {} is to connect anew.", station);
      link.drop();
    }
  }

  /** How many stations are connected. */
  public int connected() {
    return (int) lines.values().stream().filter(line -> line.link() != null).count();
  }

  @Override
  public void close() {
    closing = true;
    open.forEach(link -> link.refuse(Goodbye.Reason.SERVER_STOPPING));
    awaitAllClosed();
  }

  /** Gives the goodbyes a moment to be said. */
  private void awaitAllClosed() {
    long until = System.nanoTime() + GOODBYES_TAKE_AT_MOST.toNanos();
    synchronized (open) {
      try {
        long left = until - System.nanoTime();
        while (!open.isEmpty() && left > 0) {
          TimeUnit.NANOSECONDS.timedWait(open, left);
          left = until - System.nanoTime();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  void opened(StationLink link) {
    open.add(link);
    if (closing) {
      link.refuse(Goodbye.Reason.SERVER_STOPPING);
    }
  }

  void closed(StationLink link) {
    synchronized (open) {
      open.remove(link);
      open.notifyAll();
    }
    StationLine line = line(link.station());
    synchronized (line.reports) {
      if (line.disconnect(link)) {
        log.info("Station {} is no longer connected.", link.station());
        room.disconnected(link.station());
      }
    }
  }

  void greeted(StationLink link, Hello hello, int version) {
    StationLine line = line(link.station());
    synchronized (line.reports) {
      room.connected(link.station(), hello);
      // Before anybody else can send on this link: a command must not come before the welcome.
      Station station = station(link.station());
      link.send(new Welcome(version, centreName, station.name(), zone, station.role()));
      StationLink older = line.connect(link);
      if (older != null) {
        older.refuse(Goodbye.Reason.REPLACED_BY_NEWER_LINK);
      }
    }
    log.info("Station {} is connected.", link.station());
    line.unanswered().forEach(pending -> link.send(pending.command()));
  }

  void take(StationLink link, Report report) {
    StationLine line = line(link.station());
    synchronized (line.reports) {
      listeners.forEach(listener -> listener.take(link.station(), report));
      if (report instanceof Report.CommandResult result) {
        answered(link.station(), line, result);
      }
    }
    link.send(new ReportAck(report.id()));
  }

  private void answered(StationId station, StationLine line, Report.CommandResult result) {
    PendingCommand pending = line.remove(result.command());
    if (pending != null) {
      end(station, pending, new CommandEnd.Answered(result.outcome()));
    }
  }

  private void end(StationId station, PendingCommand pending, CommandEnd end) {
    if (pending.command() instanceof Command.Unlock unlock) {
      room.unlockEnds(station, opened(end) ? unlock.session() : null);
    }
    pending.end().completeAsync(() -> end);
  }

  /** True if the station was opened, or may be half open: it will be wiped. */
  private static boolean opened(CommandEnd end) {
    return end.done() || end.equals(new CommandEnd.Answered(CommandOutcome.FAILED));
  }

  private void dropTheSilent() {
    for (StationLink link : open) {
      if (link.silentFor(times.deadAfter())) {
        log.info("Station {} has been silent for too long.", link.station());
        link.drop();
        closed(link);
      }
    }
  }

  private void giveUpWhatIsOver() {
    lines.forEach(
        (station, line) -> {
          for (PendingCommand over : line.removeThoseOver()) {
            log.info(
                "Station {} did not confirm {} in time.",
                station,
                over.command().getClass().getSimpleName());
            end(station, over, new CommandEnd.NotConfirmed());
          }
        });
  }

  private Station station(StationId station) {
    return room.snapshot(station).map(StationSnapshot::station).orElseThrow();
  }

  private StationLine line(StationId station) {
    return lines.computeIfAbsent(station, _ -> new StationLine());
  }
}
