package org.escale.tour.room;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A centre is played by day, whatever the hour: in the evening there is little left to book. */
final class Daytime {

  private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
  private static final int MORNING = 8;
  private static final int EVENING = 19;
  private static final int LATE_MORNING = 10;
  private static final int HOURS = 24;
  private static final int FARTHEST_EAST = 14;

  private Daytime() {}

  /** The centre's time zone: France's by day, else one where the morning is late. */
  static ZoneId zone(Instant now) {
    int hour = now.atZone(FRANCE).getHour();
    return hour >= MORNING && hour < EVENING ? FRANCE : whereItIsLateMorning(now);
  }

  private static ZoneId whereItIsLateMorning(Instant now) {
    int ahead = Math.floorMod(LATE_MORNING - now.atZone(ZoneOffset.UTC).getHour(), HOURS);
    int east = ahead > FARTHEST_EAST ? ahead - HOURS : ahead;
    // These names count westwards.
    return ZoneId.of("Etc/GMT" + (east > 0 ? "-" : "+") + Math.abs(east));
  }
}
