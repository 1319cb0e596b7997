package org.escale.server.stations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.escale.protocol.StationId;

/**
 * Which sheets of printed codes go about; never a code. Thread-safe; calls block, and what they
 * change is durable when they return.
 */
public interface EmergencySheetStore {

  /** This sheet takes the place of the station's last one. */
  void printed(StationId station, UUID sheet, int codes, Instant at);

  /** No sheet of this station goes about any more. */
  void withdrawn(StationId station);

  /** The station has said that it knows this sheet. */
  void known(StationId station, UUID sheet);

  /** A code has been spent. Of a sheet that no longer goes about, nothing is kept. */
  void used(UUID sheet, int number, LocalDate on);

  /** The sheet of each station that has one. */
  Map<StationId, EmergencySheets.Sheet> all();
}
