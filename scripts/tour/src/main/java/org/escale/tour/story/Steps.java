package org.escale.tour.story;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import org.escale.tour.room.Commands;
import org.escale.tour.room.OuterDisplay;

/** Says each step as it is seen to hold, with a picture of the station's screen. */
final class Steps {

  private final OuterDisplay display;
  private final Path picturesDir;
  private final PrintStream out;
  private int number;

  Steps(OuterDisplay display, Path picturesDir, PrintStream out) {
    this.display = display;
    this.picturesDir = picturesDir;
    this.out = out;
  }

  /** This was seen to hold; the screen is kept as a picture under this name. */
  void seen(String pictureName, String what) {
    Commands.run(
        display.environment(), "import", "-window", "root", nextPicture(pictureName).toString());
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
