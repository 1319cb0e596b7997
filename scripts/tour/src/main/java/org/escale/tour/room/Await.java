package org.escale.tour.room;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what should become true, and says what it was when it does not. */
public final class Await {

  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private Await() {}

  public static void until(String what, Duration patience, Callable<Boolean> condition) {
    value(what, patience, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  /** For what is tried rather than looked at. */
  public static void until(
      String what, Duration patience, Duration every, Callable<Boolean> condition) {
    value(what, patience, every, () -> condition.call() ? Optional.of(true) : Optional.empty());
  }

  public static <T> T value(String what, Duration patience, Callable<Optional<T>> look) {
    return value(what, patience, LOOK_EVERY, look);
  }

  /** For what is dear to look at. */
  public static <T> T value(
      String what, Duration patience, Duration every, Callable<Optional<T>> look) {
    try {
      return Awaitility.await()
          .pollDelay(Duration.ZERO)
          .pollInterval(every)
          .atMost(patience)
          .until(look, Optional::isPresent)
          .orElseThrow();
    } catch (ConditionTimeoutException e) {
      throw new RoomException(
          "waited %d s in vain for %s".formatted(patience.toSeconds(), what), e);
    }
  }
}
