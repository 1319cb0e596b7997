package org.escale.server.booking;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes the news of bookings on to whoever watches. Thread-safe. */
public final class BookingNews implements BookingListener {

  private final List<BookingListener> watchers = new CopyOnWriteArrayList<>();

  public void watch(BookingListener watcher) {
    watchers.add(watcher);
  }

  @Override
  public void booked(Booking booking) {
    watchers.forEach(watcher -> watcher.booked(booking));
  }

  @Override
  public void changed() {
    watchers.forEach(BookingListener::changed);
  }
}
