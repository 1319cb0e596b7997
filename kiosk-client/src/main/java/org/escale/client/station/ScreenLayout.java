package org.escale.client.station;

/**
 * How a station's screen is shared during a session: the dock with time and help on one side, the
 * visit on the rest. The dock stands on the right, or on the left in right-to-left languages.
 *
 * @param width of the screen in pixels
 * @param height of the screen in pixels
 */
public record ScreenLayout(int width, int height, boolean rightToLeft) {

  private static final int SMALLEST_DOCK = 320;
  private static final int LARGEST_DOCK = 440;

  /** A part of the screen, in pixels from its top left. */
  public record Area(int x, int y, int width, int height) {}

  public Area dock() {
    int dockX = rightToLeft ? 0 : width - dockWidth();
    return new Area(dockX, 0, dockWidth(), height);
  }

  public Area visit() {
    int visitX = rightToLeft ? dockWidth() : 0;
    return new Area(visitX, 0, width - dockWidth(), height);
  }

  private int dockWidth() {
    return Math.clamp(width * 3L / 10, SMALLEST_DOCK, LARGEST_DOCK);
  }
}
