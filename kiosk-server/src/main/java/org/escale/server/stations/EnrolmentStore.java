package org.escale.server.stations;

import java.time.Instant;
import org.escale.protocol.StationId;

/** Port: enrolment codes and station secrets, of which only hashes are kept. */
public interface EnrolmentStore {

  /** Keeps a new code for this name; the older codes for it are void. */
  void issue(String codeSecret, String stationName, Instant expiresAt);

  /**
   * Uses the code up and makes the station, or gives the station of that name a new secret, in one
   * step.
   *
   * @param candidate the id if it is a new station
   */
  EnrolmentOutcome enrol(String codeSecret, StationId candidate, String stationSecret, Instant now);
}
