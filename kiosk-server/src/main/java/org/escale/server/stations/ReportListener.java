package org.escale.server.stations;

import org.escale.protocol.Report;
import org.escale.protocol.StationId;

/**
 * Port: a feature that takes note of what stations report. Reports of one station come one at a
 * time and in order, but the same one may come again: a listener takes each id once.
 */
@FunctionalInterface
public interface ReportListener {

  /** Returns when what matters is stored durably; throws if it could not be. */
  void take(StationId station, Report report);
}
