package org.escale.client.shell.journey;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * Notices that nobody touches the station any more. Counts seconds by being ticked, so that no
 * clock can make it jump.
 */
public final class StillThere {

  public static final Duration GONE_AFTER = Duration.ofSeconds(60);
  public static final Duration ASKS_FOR = Duration.ofSeconds(20);

  private final Runnable gone;
  private final BooleanProperty asking = new SimpleBooleanProperty();
  private boolean watching;
  private int secondsUntouched;

  public StillThere(Runnable gone) {
    this.gone = gone;
  }

  /** True in the last seconds before the station is given up. */
  public BooleanProperty askingProperty() {
    return asking;
  }

  public void watch(boolean on) {
    watching = on;
    touched();
  }

  public void touched() {
    secondsUntouched = 0;
    asking.set(false);
  }

  /** A second has gone by. */
  public void tick() {
    if (!watching) {
      return;
    }
    secondsUntouched++;
    asking.set(secondsUntouched >= GONE_AFTER.minus(ASKS_FOR).toSeconds());
    if (secondsUntouched >= GONE_AFTER.toSeconds()) {
      touched();
      gone.run();
    }
  }
}
