package org.escale.server.opening;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * Where staff changes opening hours and policy. What holds is in memory, and replaced once a change
 * is durable. Thread-safe; changes block.
 */
public final class OpeningDesk implements Opening {

  /** How long special days are remembered after they are over. */
  private static final Period REMEMBERED = Period.ofDays(30);

  private final OpeningStore store;
  private final ZoneId zone;
  private final InstantSource clock;
  private final List<OpeningListener> listeners = new CopyOnWriteArrayList<>();

  private volatile Now now;

  private record Now(Timetable timetable, OpeningHours hours, BookingPolicy policy) {}

  /**
   * @param first what holds until somebody decides otherwise
   */
  public OpeningDesk(
      OpeningStore store, OpeningStore.Kept first, ZoneId zone, InstantSource clock) {
    this.store = store;
    this.zone = zone;
    this.clock = clock;
    OpeningStore.Kept kept = store.openWith(first);
    this.now = new Now(kept.timetable(), kept.timetable().in(zone), kept.policy());
  }

  @Override
  public OpeningHours hours() {
    return now.hours();
  }

  @Override
  public BookingPolicy policy() {
    return now.policy();
  }

  public Timetable timetable() {
    return now.timetable();
  }

  /** The centre's present day. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  public void listen(OpeningListener listener) {
    listeners.add(listener);
  }

  public void changeWeek(Map<DayOfWeek, List<Hours>> week) {
    change(timetable -> timetable.withWeek(week));
  }

  /** Adds these days, or changes the hours and the label of those with the same dates. */
  public void set(SpecialDays days) {
    change(timetable -> timetable.with(days));
  }

  /** These days follow the week again, or the special days that they lie within. */
  public void remove(LocalDate first, LocalDate last) {
    change(timetable -> timetable.without(first, last));
  }

  public void change(BookingPolicy policy) {
    synchronized (store) {
      store.keep(policy);
      now = new Now(now.timetable(), now.hours(), policy);
    }
    listeners.forEach(OpeningListener::openingChanged);
  }

  private void change(UnaryOperator<Timetable> change) {
    synchronized (store) {
      Timetable changed = change.apply(now.timetable()).since(today().minus(REMEMBERED));
      store.keep(changed);
      now = new Now(changed, changed.in(zone), now.policy());
    }
    listeners.forEach(OpeningListener::openingChanged);
  }
}
