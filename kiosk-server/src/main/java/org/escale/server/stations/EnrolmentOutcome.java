package org.escale.server.stations;

import org.escale.protocol.RefusalReason;

/** What became of a try to enrol. */
public sealed interface EnrolmentOutcome {

  record Enrolled(Station station, String secret) implements EnrolmentOutcome {

    @Override
    public String toString() {
      return "Enrolled[" + station + "]";
    }
  }

  record Refused(RefusalReason reason) implements EnrolmentOutcome {}
}
