package org.escale.client.station;

import java.util.List;
import java.util.Optional;
import org.escale.protocol.CommandId;
import org.escale.protocol.EndReason;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.StationStateName;
import org.escale.protocol.WipeReceipt;
import org.jspecify.annotations.Nullable;

/** Where a station stands. */
public sealed interface StationState {

  StationStateName name();

  /** The visit under way, if any. */
  default Optional<Visit> visitUnderWay() {
    return Optional.empty();
  }

  /**
   * Not available.
   *
   * @param owed the wipe that could not be proven, if that is why
   * @param retryAt when the station tries again by itself, if it does
   */
  record OutOfService(OutOfServiceReason reason, @Nullable WipeJob owed, @Nullable BootTime retryAt)
      implements StationState {

    @Override
    public StationStateName name() {
      return StationStateName.OUT_OF_SERVICE;
    }
  }

  /**
   * Erasing.
   *
   * @param attempt from 1
   * @param outside what the visit was last seen to have outside its walls
   */
  record Wiping(WipeJob job, int attempt, BootTime since, Outside outside) implements StationState {

    @Override
    public StationStateName name() {
      return StationStateName.WIPING;
    }
  }

  /** Free, and proven clean: there is no way to say so without the proof. */
  record Locked(WipeReceipt receipt) implements StationState {

    public Locked {
      if (!receipt.clean()) {
        throw new IllegalArgumentException("a station with residue is not clean");
      }
    }

    @Override
    public StationStateName name() {
      return StationStateName.LOCKED;
    }
  }

  /**
   * The visit is being started.
   *
   * @param unlock the command to answer when it has, or could not be; null if none asked for it
   */
  record Opening(Visit visit, @Nullable CommandId unlock, BootTime since) implements StationState {

    @Override
    public StationStateName name() {
      return StationStateName.OPENING;
    }

    @Override
    public Optional<Visit> visitUnderWay() {
      return Optional.of(visit);
    }
  }

  /** The visitor works. */
  record InSession(Visit visit) implements StationState {

    @Override
    public StationStateName name() {
      return StationStateName.IN_SESSION;
    }

    @Override
    public Optional<Visit> visitUnderWay() {
      return Optional.of(visit);
    }
  }

  /**
   * The screen is covered, and nobody has proven to be the visitor since.
   *
   * @param covered false until the visit can no longer be seen
   * @param waiting the commands to answer then
   * @param told the mediators know that it will soon be erased
   */
  record Hidden(Visit visit, BootTime since, boolean covered, List<CommandId> waiting, boolean told)
      implements StationState {

    public Hidden {
      waiting = List.copyOf(waiting);
    }

    @Override
    public StationStateName name() {
      return StationStateName.HIDDEN;
    }

    @Override
    public Optional<Visit> visitUnderWay() {
      return Optional.of(visit);
    }
  }

  /** Goodbye. */
  record Ending(Visit visit, EndReason reason, BootTime wipeAt) implements StationState {

    @Override
    public StationStateName name() {
      return StationStateName.ENDING;
    }

    @Override
    public Optional<Visit> visitUnderWay() {
      return Optional.of(visit);
    }

    /** The same goodbye of the visit as it is now. */
    Ending with(Visit now) {
      return new Ending(now, reason, wipeAt);
    }

    /** Only who ended the visit herself, and while she has time. */
    public boolean canGoBack(BootTime now) {
      return reason == EndReason.VISITOR && !now.reached(visit.countdown().workEnds());
    }
  }
}
