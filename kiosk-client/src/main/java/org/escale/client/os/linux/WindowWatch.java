package org.escale.client.os.linux;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Waits for a new window on a display that this user may stand on. */
public final class WindowWatch implements AutoCloseable {

  private final XDisplay display;
  private final Set<Long> before;

  /** From now on, windows are new. */
  public WindowWatch(String displayName) throws LinuxException {
    this.display = XDisplay.openAsThisUser(displayName);
    this.before = new HashSet<>(display.clientWindows());
  }

  /**
   * Waits until a new window stands there; the shell may cover it, so what it draws is not seen.
   */
  public void awaitNewWindow(Duration atMost) throws LinuxException {
    Await.until(
        "a new window is shown", atMost, () -> newOnes().stream().anyMatch(display::isViewable));
  }

  @Override
  public void close() {
    display.close();
  }

  private List<Long> newOnes() {
    return display.clientWindows().stream().filter(window -> !before.contains(window)).toList();
  }
}
