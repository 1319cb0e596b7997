package org.escale.server.stations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escale.protocol.Hello;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationTrait;
import org.escale.protocol.WipeReceipt;

/** Port: what must be remembered of stations. Every change is durable when its method returns. */
public interface StationStore {

  /** What is kept of each station, by name: all of the snapshot but the link. */
  List<StationSnapshot> all();

  Optional<StationSnapshot> find(StationId station);

  /** The station with this secret. */
  Optional<StationId> withSecret(String secret);

  /** Takes note of where the station says it stands when it connects. */
  void take(StationId station, Hello hello, Instant now);

  /**
   * Takes note of a report: the state, the use, the receipt.
   *
   * @return false if this report was taken before; then nothing changes
   */
  boolean take(StationId station, Report report, Instant now);

  /** The station was opened for this session; from now on it needs another receipt. */
  void markUsed(StationId station, SessionId session);

  /** The last receipts of this station, the newest first. */
  List<WipeReceipt> receipts(StationId station, int atMost);

  /**
   * What this station is there for from now on, and what it can offer.
   *
   * @return the station as it was before; empty if there is none
   */
  Optional<Station> arrange(StationId station, StationRole role, Set<StationTrait> traits);

  /**
   * Forgets receipts and the ids of reports that arrived before this moment. How each station
   * stands is kept.
   */
  int purge(Instant before);
}
