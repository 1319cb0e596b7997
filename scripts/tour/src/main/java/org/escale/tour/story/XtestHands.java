package org.escale.tour.story;

import org.escale.tour.room.Commands;
import org.escale.tour.room.OuterDisplay;

/** Real key presses and mouse clicks on the station's screen (XTEST). */
final class XtestHands implements Hands {

  private static final String BETWEEN_KEYS_MS = "40";

  private final OuterDisplay display;

  XtestHands(OuterDisplay display) {
    this.display = display;
  }

  @Override
  public void click(int x, int y) {
    xdotool("mousemove", Integer.toString(x), Integer.toString(y), "click", "1");
  }

  @Override
  public void type(String text) {
    xdotool("type", "--delay", BETWEEN_KEYS_MS, text);
  }

  @Override
  public void press(String key) {
    xdotool("key", key);
  }

  private void xdotool(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "xdotool";
    System.arraycopy(words, 0, command, 1, words.length);
    Commands.run(display.environment(), command);
  }
}
