package org.escale.server.sessions;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.Visits;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Places;
import org.jspecify.annotations.Nullable;

/**
 * A mediator stays at her desk, the visitor stands at the station: six digits, told aloud and typed
 * there within a minute, open it once. Whoever types them stands at that station and nowhere else,
 * so it is never open with nobody there. In memory alone: a server that starts again knows none.
 * Thread-safe.
 */
public final class UnlockCodes {

  public static final Duration LIFE = Duration.ofSeconds(60);

  /** What a code opens. */
  public sealed interface Opens {

    /**
     * A visit without a booking.
     *
     * @param longest less if the next ticket is waited for earlier
     */
    record WalkIn(Duration longest) implements Opens {}

    /** The visit of the ticket that the station is kept for; its holder gets new digits. */
    record Booked(BookingId booking) implements Opens {}
  }

  /** A code as the console shows it. */
  public record Issued(UnlockCode code, Instant validUntil) {}

  /**
   * @param spentBy the request that it has opened a visit for; null while it may still be used
   * @param granted what that request was answered, so that a lost answer can be asked for again
   */
  private record Kept(
      Issued issued, Opens opens, @Nullable UUID spentBy, Visits.@Nullable Granted granted) {

    boolean isOpenAt(Instant now) {
      return spentBy == null && now.isBefore(issued.validUntil());
    }
  }

  private final Sessions sessions;
  private final Places places;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Map<StationId, Kept> codes = new HashMap<>();
  private final WrongCodes wrong = new WrongCodes();

  public UnlockCodes(Sessions sessions, Places places, SecureRandom random, InstantSource clock) {
    this.sessions = sessions;
    this.places = places;
    this.random = random;
    this.clock = clock;
  }

  /** A new code for this station, instead of the one it may have. */
  public synchronized Answer<Issued> issue(StationId station, Opens opens) {
    Optional<RefusalReason> obstacle = places.obstacle(station);
    if (obstacle.isPresent()) {
      return new Answer.No<>(obstacle.get());
    }
    Issued issued = new Issued(UnlockCode.random(random), clock.instant().plus(LIFE));
    codes.put(station, new Kept(issued, opens, null, null));
    return new Answer.Yes<>(issued);
  }

  /** The code of this station, if it has one, opens nothing any more. */
  public synchronized void withdraw(StationId station) {
    codes.remove(station);
  }

  /** The codes that can be typed now. */
  public synchronized Map<StationId, Issued> current() {
    Instant now = clock.instant();
    return codes.entrySet().stream()
        .filter(each -> each.getValue().isOpenAt(now))
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().issued()));
  }

  /**
   * Somebody has typed a code at this station. It is spent when it opens a visit; one that cannot
   * open now, because the station is busy, is good until its minute is over.
   */
  public synchronized Answer<Visits.Granted> use(StationId station, Visits.UseCode wish) {
    Instant now = clock.instant();
    Kept kept = codes.get(station);
    if (kept != null && kept.granted() != null && wish.request().equals(kept.spentBy())) {
      return new Answer.Yes<>(kept.granted());
    }
    if (wrong.tooMany(station, now)) {
      return new Answer.No<>(RefusalReason.TOO_MANY_TRIES);
    }
    if (kept == null || !kept.issued().code().equals(wish.code())) {
      wrong.note(station, now);
      return new Answer.No<>(RefusalReason.CODE_UNKNOWN);
    }
    if (!kept.isOpenAt(now)) {
      return new Answer.No<>(RefusalReason.CODE_NO_LONGER_VALID);
    }
    Answer<Visits.Granted> answer = open(station, kept.opens(), wish.language());
    if (answer instanceof Answer.Yes<Visits.Granted>(var granted)) {
      codes.put(station, new Kept(kept.issued(), kept.opens(), wish.request(), granted));
    }
    return answer;
  }

  private Answer<Visits.Granted> open(StationId station, Opens opens, Language language) {
    return switch (opens) {
      case Opens.WalkIn(Duration longest) -> sessions.unlockForWalkIn(station, language, longest);
      case Opens.Booked(BookingId booking) -> sessions.unlockForBooking(booking, language);
    };
  }
}
