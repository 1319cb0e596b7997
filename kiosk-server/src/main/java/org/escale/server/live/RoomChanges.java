package org.escale.server.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The news that something in the room has changed. Whoever changes it says so; whoever shows it
 * listens and then asks {@link RoomSource}. Safe to use from any thread.
 */
public final class RoomChanges {

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /** Told on the thread of whoever made the change: must return at once and not fail. */
  @FunctionalInterface
  public interface Listener {
    void roomChanged();
  }

  /** Something has changed. Cheap, never blocks, may be called more often than needed. */
  public void announce() {
    listeners.forEach(Listener::roomChanged);
  }

  public void listen(Listener listener) {
    listeners.add(listener);
  }

  public void forget(Listener listener) {
    listeners.remove(listener);
  }
}
