package org.escale.server.workshops;

import java.util.List;
import org.escale.protocol.StationId;
import org.escale.server.opening.Stretch;

/** Whether a date of a plan could be had. */
public sealed interface Outlook {

  Stretch when();

  record Possible(Stretch when) implements Outlook {}

  record Past(Stretch when) implements Outlook {}

  /** The centre is closed then, or closes before the end. */
  record Closed(Stretch when) implements Outlook {}

  /** These stations belong to others then. */
  record Taken(Stretch when, List<StationId> stations) implements Outlook {

    public Taken {
      stations = List.copyOf(stations);
    }
  }

  /** These stations are out of service, or nobody works at them. */
  record NoSuchStation(Stretch when, List<StationId> stations) implements Outlook {

    public NoSuchStation {
      stations = List.copyOf(stations);
    }
  }
}
