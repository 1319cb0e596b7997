package org.escale.tour.story;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.escale.tour.room.Await;
import org.escale.tour.room.OuterDisplay;

/** Says each step as it is seen to hold, with a picture of the station's screen. */
final class Steps {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A look takes the processor from what is looked at. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final OuterDisplay display;
  private final Path picturesDir;
  private final PrintStream out;
  private int number;
  private String lastSeen = "";

  Steps(OuterDisplay display, Path picturesDir, PrintStream out) {
    this.display = display;
    this.picturesDir = picturesDir;
    this.out = out;
  }

  /**
   * This was seen to hold; the screen is kept as a picture under this name, once it has been drawn:
   * it differs from the last picture and no longer changes.
   */
  void seen(String pictureName, String what) {
    Stillness stillness = new Stillness();
    lastSeen =
        Await.value(
            "a still picture of '" + pictureName + "'",
            PATIENCE,
            BETWEEN_LOOKS,
            () -> stillness.of(display.signature()).filter(now -> !now.equals(lastSeen)));
    display.picture(nextPicture(pictureName));
    say(what);
  }

  /** A picture taken by something else than the station's screen. */
  Path nextPicture(String name) {
    number++;
    return picturesDir.resolve(String.format(Locale.ROOT, "%02d-%s.png", number, name));
  }

  void say(String what) {
    out.println("  ✓ " + what);
  }

  void chapter(String title) {
    out.println(title);
  }
}
