package org.escale.client.station;

/**
 * The shell as last seen.
 *
 * @param there false while it is being started again
 */
public record ShellSeen(int screenWidth, int screenHeight, boolean there) {

  ShellSeen gone() {
    return new ShellSeen(screenWidth, screenHeight, false);
  }

  public ScreenLayout layout(boolean rightToLeft) {
    return new ScreenLayout(screenWidth, screenHeight, rightToLeft);
  }
}
