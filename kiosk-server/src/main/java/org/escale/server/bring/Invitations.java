package org.escale.server.bring;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.escale.protocol.BringCode;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;

/**
 * Which visit each code is for. One code a station, good while it is used; in memory alone: a
 * server that starts again knows none. Thread-safe.
 */
final class Invitations {

  static final Duration GOOD_FOR = Duration.ofMinutes(15);

  /** A code and what it is for. */
  record Invitation(BringCode code, StationId station, SessionId session) {}

  private record Kept(Invitation invitation, Instant usedAt) {}

  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<StationId, Kept> kept = new HashMap<>();

  Invitations(SecureRandom random, InstantSource clock) {
    this.random = random;
    this.clock = clock;
  }

  /** The code of this session: the one it has, if it is still good, so that a phone keeps it. */
  synchronized BringCode invite(StationId station, SessionId session) {
    Invitation invitation =
        of(station)
            .filter(known -> known.session().equals(session))
            .orElseGet(() -> new Invitation(BringCode.random(random), station, session));
    use(invitation);
    return invitation.code();
  }

  /** What this code is for; looking does not make it good for longer. */
  synchronized Optional<Invitation> find(BringCode code) {
    forgetOld();
    return kept.values().stream()
        .map(Kept::invitation)
        .filter(invitation -> invitation.code().equals(code))
        .findFirst();
  }

  synchronized Optional<Invitation> of(StationId station) {
    forgetOld();
    return Optional.ofNullable(kept.get(station)).map(Kept::invitation);
  }

  /** It is good for as long again. */
  synchronized void use(Invitation invitation) {
    kept.put(invitation.station(), new Kept(invitation, clock.instant()));
  }

  private void forgetOld() {
    Instant oldest = clock.instant().minus(GOOD_FOR);
    kept.values().removeIf(each -> !each.usedAt().isAfter(oldest));
  }
}
