package org.escale.server.booking;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;

/**
 * Draws tickets and their digits. Digits are known here for ten minutes, then nowhere. Thread-safe.
 */
public final class TicketDraw {

  private static final List<PublicTicket> ALL =
      Arrays.stream(Pictogram.values())
          .flatMap(
              pictogram ->
                  Arrays.stream(TicketColour.values())
                      .map(colour -> new PublicTicket(pictogram, colour)))
          .toList();

  /** Digits and what recognises them later. */
  record Digits(TicketSecret secret, SealedDigits sealed) {}

  private final SecureRandom random;
  private final DigitSeal seal;
  private final ForTenMinutes<Asked, Digits> drawnFor = new ForTenMinutes<>();
  private final ForTenMinutes<BookingId, TicketSecret> fresh = new ForTenMinutes<>();

  private record Asked(StationId asker, UUID request) {}

  public TicketDraw(DigitSeal seal, SecureRandom random) {
    this.seal = seal;
    this.random = random;
  }

  /** Every ticket there is, shuffled. */
  List<PublicTicket> shuffled() {
    List<PublicTicket> tickets = new ArrayList<>(ALL);
    // Which ticket it is need not be hard to guess; only its digits are secret.
    Collections.shuffle(tickets, new Random(random.nextLong()));
    return tickets;
  }

  /** The digits for this request: the same again while it is fresh, also for two at once. */
  Digits digitsFor(StationId asker, UUID request, Instant now) {
    return drawnFor.orRemember(new Asked(asker, request), freshDigits(), now);
  }

  /** Digits that nobody knows yet. */
  Digits freshDigits() {
    TicketSecret secret = TicketSecret.random(random);
    return new Digits(secret, seal.seal(secret));
  }

  void remember(BookingId booking, Digits digits, Instant now) {
    fresh.remember(booking, digits.secret(), now);
  }

  private TicketSecret digitsOf(Booking booking, BookingStore store, Instant now) {
    return fresh
        .of(booking.id(), now)
        .filter(secret -> seal.matches(booking.digits(), secret))
        .orElseGet(() -> renewed(booking, store, now));
  }

  /** An open booking with the digits to show to its holder; new ones if the old are forgotten. */
  Granted granted(Booking open, BookingStore store, Instant now) {
    TicketSecret secret = digitsOf(open, store, now);
    return new Granted(store.find(open.id()).orElse(open), secret);
  }

  /** New digits; the old ones no longer open anything. */
  TicketSecret renewed(Booking booking, BookingStore store, Instant now) {
    Digits digits = freshDigits();
    if (!store.replaceDigits(booking.id(), digits.sealed())) {
      throw new IllegalStateException("booking " + booking.id() + " was closed meanwhile");
    }
    remember(booking.id(), digits, now);
    return digits.secret();
  }
}
