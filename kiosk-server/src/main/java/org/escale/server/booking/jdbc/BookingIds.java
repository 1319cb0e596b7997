package org.escale.server.booking.jdbc;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.escale.protocol.BookingId;

/**
 * Ids of new bookings, ascending, so that the keys of what is booked together lie together on the
 * disk. They tell the order and no time, and nobody can guess the next.
 */
final class BookingIds {

  /** RFC 9562, version 8: a layout of one's own. The number fills the first 48 bits. */
  private static final long VERSION = 0x8000L;

  private static final int NUMBER_SHIFT = 16;
  private static final long RANDOM_BITS = 0x0fffL;

  private final AtomicLong last;

  /**
   * @param last number of the booking before
   */
  BookingIds(long last) {
    this.last = new AtomicLong(last);
  }

  BookingId next() {
    UUID random = UUID.randomUUID();
    long upper =
        (last.incrementAndGet() << NUMBER_SHIFT)
            | VERSION
            | (random.getMostSignificantBits() & RANDOM_BITS);
    return new BookingId(new UUID(upper, random.getLeastSignificantBits()));
  }
}
