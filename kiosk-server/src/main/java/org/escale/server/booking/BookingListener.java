package org.escale.server.booking;

/**
 * Is told after a change of bookings is durable, on the thread that made it. Must not block long.
 */
public interface BookingListener {

  /** A slot was booked for later. May be told more than once of the same booking. */
  void booked(Booking booking);

  /** Which tickets the stations wait for may be another now. */
  void changed();
}
