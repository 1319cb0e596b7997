package org.escale.client.agent;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.escale.client.journal.ReceiptHead;
import org.escale.client.station.BootTime;
import org.escale.client.station.Station;
import org.escale.client.station.StationEffect;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEffect.Tell;
import org.escale.client.station.StationEvent;
import org.escale.client.station.StationMachine;
import org.escale.client.station.Transition;
import org.escale.client.station.Visit;
import org.escale.client.station.port.BootClock;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EmergencySheet;
import org.escale.protocol.Hello;
import org.escale.protocol.Protocol;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the station: lets the machine decide, writes the step down, then does it. For the loop's
 * thread, but for {@link #hello()}.
 */
final class StationKeeper {

  private static final Logger log = LoggerFactory.getLogger(StationKeeper.class);

  private final StationMachine machine;
  private final BootClock clock;
  private final JournalKeeper journal;
  private final VisitThread visit;
  private final Reports reports;
  private final Consumer<Report> send;
  private final String programVersion;
  private final AtomicReference<Hello> hello = new AtomicReference<>();
  private Station station;

  /**
   * Not available until {@link #start}.
   *
   * @param send hands a report to the link, which may lose it
   */
  StationKeeper(
      StationMachine machine,
      BootClock clock,
      JournalKeeper journal,
      VisitThread visit,
      Reports reports,
      Consumer<Report> send,
      String programVersion) {
    this.machine = machine;
    this.clock = clock;
    this.journal = journal;
    this.visit = visit;
    this.reports = reports;
    this.send = send;
    this.programVersion = programVersion;
    this.station = machine.startNotEnrolled(clock.now()).station();
    remember();
  }

  /** Begins as every start does: with a wipe, unless the station belongs to no centre yet. */
  void start(boolean enrolled) {
    BootTime now = clock.now();
    Transition first =
        enrolled
            ? machine.start(journal.remembered(), WipeOrderId.random(), now)
            : machine.startNotEnrolled(now);
    for (CommandId unanswered : journal.unanswered()) {
      first = first.and(new Tell.Answer(unanswered, CommandOutcome.FAILED));
    }
    take(first, null, now);
  }

  Station station() {
    return station;
  }

  void happened(StationEvent event) {
    step(event, null);
  }

  /** The same for what may be refused; says why it is, if it is. */
  Optional<RefusalReason> asked(StationEvent event) {
    return step(event, null).effects().stream()
        .filter(StationEffect.Refuse.class::isInstance)
        .map(effect -> ((StationEffect.Refuse) effect).reason())
        .findFirst();
  }

  /** A repeat is answered as the first time, and done only once. */
  void commanded(Command command) {
    CommandId id = command.id();
    if (!journal.knows(id)) {
      step(new StationEvent.Commanded(command), id);
      return;
    }
    journal
        .outcomeOf(id)
        .ifPresent(
            outcome -> {
              Transition again = new Transition(station, List.of(new Tell.Answer(id, outcome)));
              take(again, id, clock.now());
            });
  }

  void erased(VisitSpace.Erased found, Instant finishedAt) {
    ReceiptHead last = journal.lastReceipt();
    StationEvent.Stamp stamp =
        new StationEvent.Stamp(last.number() + 1, last.seal(), programVersion, finishedAt);
    step(new StationEvent.SpaceAnswered.Erased(found, stamp), null);
    log.info(
        "receipt {}: residue {}, left {}, took in ms {}",
        stamp.number(),
        found.residue(),
        found.left(),
        inMillis(found.phases()));
  }

  void acknowledged(ReportId report) {
    journal.forget(report);
  }

  /** Everything that waits for the server goes out, in order. */
  void resend() {
    journal.outbox().forEach(send);
  }

  /** What the station says first on a new link. Thread-safe. */
  Hello hello() {
    return requireNonNull(hello.get());
  }

  private Transition step(StationEvent event, @Nullable CommandId received) {
    BootTime now = clock.now();
    Transition step = machine.next(station, event, now);
    take(step, received, now);
    return step;
  }

  private void take(Transition step, @Nullable CommandId received, BootTime now) {
    station = step.station();
    List<Report> told = told(step);
    boolean kept = journal.keep(step, received, told, now);
    visit.run(deeds(step, kept));
    remember();
    told.forEach(send);
    if (!kept) {
      withoutJournal(now);
    }
  }

  /** What the machine makes of a lost journal is done whether or not it can be written. */
  private void withoutJournal(BootTime now) {
    Transition step = machine.next(station, new StationEvent.JournalFailed(), now);
    station = step.station();
    List<Report> told = told(step);
    journal.keep(step, null, told, now);
    visit.run(deeds(step, true));
    remember();
    told.forEach(send);
  }

  private List<Report> told(Transition step) {
    List<Report> told = new ArrayList<>();
    for (var effect : step.effects()) {
      if (effect instanceof Tell tell) {
        told.add(reports.of(tell));
      }
    }
    return told;
  }

  /** Without a journal nothing is opened or shown, but it can always be covered and erased. */
  private static List<Do> deeds(Transition step, boolean kept) {
    List<Do> deeds = new ArrayList<>();
    for (var effect : step.effects()) {
      if (effect instanceof Do deed
          && (kept || deed instanceof Do.Cover || deed instanceof Do.Erase)) {
        deeds.add(deed);
      }
    }
    return deeds;
  }

  private void remember() {
    EmergencySheet sheet = station.emergency().sheet();
    hello.set(
        new Hello(
            Protocol.OLDEST_VERSION,
            Protocol.NEWEST_VERSION,
            programVersion,
            station.state().name(),
            station.state().visitUnderWay().map(Visit::session).orElse(null),
            journal.lastReceipt().number(),
            station.shellThere(),
            sheet == null ? null : sheet.id()));
  }

  private static Map<WipePhase, Long> inMillis(Map<WipePhase, Duration> phases) {
    Map<WipePhase, Long> millis = new EnumMap<>(WipePhase.class);
    phases.forEach((phase, took) -> millis.put(phase, took.toMillis()));
    return millis;
  }
}
