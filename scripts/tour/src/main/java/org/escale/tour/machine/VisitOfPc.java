package org.escale.tour.machine;

import org.escale.tour.room.InsideVisit;

/** Programs of a visitor in the visit that is open in the machine. */
final class VisitOfPc {

  private final RootLine root;

  VisitOfPc(RootLine root) {
    this.root = root;
  }

  /** Runs a script to its end and gives what it said; fails if the script does. */
  String run(String script) {
    return root.run(inside(script));
  }

  boolean succeeds(String script) {
    return root.say(inside(script)).exitCode() == 0;
  }

  /** A file of the visit's control group. */
  String figure(String file) {
    return root.run("cat $(find /sys/fs/cgroup -type d -name escale-visit)/" + file);
  }

  private static String inside(String script) {
    return """
    groups=$(find /sys/fs/cgroup -type d -name escale-visit)
    visitor=$(pgrep -o -u visitor -f launcher)
    display=$(pgrep -a -u escale-display Xephyr | cut -d' ' -f3)
    exec bash -c "$(base64 -d <<<%s)" enter $groups -- "$visitor" "$display" "$(base64 -d <<<%s)"
    """
        .formatted(RootLine.encoded(InsideVisit.ENTER), RootLine.encoded(script));
  }
}
