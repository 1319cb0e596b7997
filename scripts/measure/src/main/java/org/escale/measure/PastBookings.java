package org.escale.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.escale.server.booking.Places;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;

/** Days that lie behind, ten visits on each station, as a centre would have that never purges. */
record PastBookings(Database database, CentreId centre, List<Places.Place> stations, Instant now) {

  private static final int VISITS_A_DAY = 10;
  private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

  void add(int days) {
    database.write(
        handle -> {
          for (Places.Place place : stations) {
            handle
                .createUpdate(
                    """
                    WITH RECURSIVE
                      day(d) AS (SELECT 1 UNION ALL SELECT d + 1 FROM day WHERE d < :days),
                      visit(v) AS (SELECT 0 UNION ALL SELECT v + 1 FROM visit WHERE v < :visits - 1)
                    INSERT INTO booking
                    SELECT :centre, :station || '-' || d || '-' || v, 'BOOKED', 'ENDED', :station,
                      :now - d * 86400 + v * 3600, :now - d * 86400 + (v + 1) * 3600,
                      'STAR', 'BLUE', '', '', '', NULL, NULL, NULL, NULL
                    FROM day, visit
                    """)
                .bind("days", days)
                .bind("visits", VISITS_A_DAY)
                .bind("centre", centre.toString())
                .bind("station", place.station().toString())
                .bind("now", now.getEpochSecond())
                .execute();
          }
          handle
              .createUpdate(
                  """
                  INSERT OR IGNORE INTO booking_cell
                  SELECT booking.centre, booking.station, booking.starts_at / :quarter + part.value, booking.id
                  FROM booking, json_each('[0,1,2,3]') AS part
                  """)
              .bind("quarter", QUARTER_SECONDS)
              .execute();
          return true;
        });
  }
}
