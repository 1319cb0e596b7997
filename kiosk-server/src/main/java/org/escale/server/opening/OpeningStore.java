package org.escale.server.opening;

/** Port: keeps what the centre has decided. Every change is durable when its method returns. */
public interface OpeningStore {

  /** All that is kept. */
  record Kept(Timetable timetable, BookingPolicy policy) {}

  /** What is kept; these, from now on, if nothing was kept before. */
  Kept openWith(Kept first);

  /** Instead of the one before, as a whole. */
  void keep(Timetable timetable);

  /** Instead of the one before. */
  void keep(BookingPolicy policy);
}
