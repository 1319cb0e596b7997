package org.escale.client.agent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.escale.client.station.StationEffect.Do;
import org.escale.client.station.StationEvent;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceException;
import org.escale.protocol.SessionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what is asked of the visit's space, one after the other, on one platform thread that lives
 * as long as the agent: a visit dies with the thread that started it. What came of it is posted.
 */
final class VisitThread {

  private static final Logger log = LoggerFactory.getLogger(VisitThread.class);

  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("visit").factory());

  /** One look that waits for its turn is enough. */
  private final AtomicBoolean looking = new AtomicBoolean();

  private final VisitSpace space;
  private final WallClock wallClock;
  private final Consumer<AgentEvent> post;

  VisitThread(VisitSpace space, WallClock wallClock, Consumer<AgentEvent> post) {
    this.space = space;
    this.wallClock = wallClock;
    this.post = post;
    space.whenLost(session -> post.accept(station(new StationEvent.VisitLost(session))));
  }

  void run(List<Do> deeds) {
    for (Do deed : deeds) {
      if (deed instanceof Do.Look && !looking.compareAndSet(false, true)) {
        continue;
      }
      thread.execute(() -> post.accept(outcome(deed)));
    }
  }

  /** Leaves no visit behind; blocks until it is erased, but not for long. */
  void stop() {
    thread.execute(this::erase);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("the visit's thread did not stop in time; the next start erases");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private AgentEvent outcome(Do deed) {
    return switch (deed) {
      case Do.Open(VisitSpace.Plan plan) ->
          attempt(
              () -> {
                space.open(plan);
                return station(new SpaceAnswered.Opened(plan.session(), wallClock.now()));
              },
              () -> station(new SpaceAnswered.OpenFailed(plan.session())));
      case Do.Browse(var site) ->
          attempt(
              () -> {
                space.browse(site);
                return station(new StationEvent.Tick());
              },
              () -> station(new StationEvent.Tick()));
      case Do.OpenStick _ ->
          attempt(
              () -> {
                space.openStick();
                return station(new StationEvent.Tick());
              },
              () -> station(new StationEvent.Tick()));
      case Do.Cover(var session) ->
          attempt(
              () -> {
                space.cover();
                return station(new SpaceAnswered.Covered(session));
              },
              () -> station(new SpaceAnswered.CurtainFailed(session)));
      case Do.Uncover(var session) ->
          attempt(
              () -> {
                space.uncover();
                return station(new SpaceAnswered.Uncovered(session));
              },
              () -> station(new SpaceAnswered.CurtainFailed(session)));
      case Do.Look(var session) -> look(session);
      case Do.Save(var session) -> thenLook(session, space::save);
      case Do.DeleteDocuments(var session) -> thenLook(session, space::deleteDocuments);
      case Do.Eject(var session) -> thenLook(session, space::eject);
      case Do.Erase _ ->
          attempt(
              () -> {
                log.info("erasing");
                return new AgentEvent.Erased(space.erase());
              },
              () -> station(new SpaceAnswered.EraseFailed()));
    };
  }

  private AgentEvent look(SessionId session) {
    looking.set(false);
    return thenLook(session, () -> {});
  }

  /** What cannot be looked at has not changed. */
  private AgentEvent thenLook(SessionId session, Deed deed) {
    return attempt(
        () -> {
          deed.run();
          return station(new SpaceAnswered.Looked(session, space.look()));
        },
        () -> station(new StationEvent.Tick()));
  }

  private void erase() {
    try {
      space.erase();
    } catch (VisitSpaceException | RuntimeException e) {
      log.error("the visit could not be erased while stopping; the next start erases", e);
    }
  }

  private interface Deed {
    void run() throws VisitSpaceException;
  }

  private interface Attempt {
    AgentEvent make() throws VisitSpaceException;
  }

  /** A space that breaks in a way it should not is treated as one that failed as it may. */
  private static AgentEvent attempt(Attempt attempt, Supplier<AgentEvent> failed) {
    try {
      return attempt.make();
    } catch (VisitSpaceException | RuntimeException e) {
      log.error("the visit's space failed", e);
      return failed.get();
    }
  }

  private static AgentEvent station(StationEvent event) {
    return new AgentEvent.OfStation(event);
  }
}
