package org.escale.server.sessions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.BookingId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.escale.server.booking.HeldBookings;
import org.escale.server.booking.QuarterHour;
import org.escale.server.opening.OpeningDesk;
import org.escale.server.opening.SpecialDays;
import org.escale.server.opening.Stretch;

/**
 * The centre closes earlier today than it said: bookings that no longer fit are called off, and
 * visits that would last longer end with it. Thread-safe; calls block.
 */
public final class EarlyClosing {

  private static final String LABEL = "Fermeture anticipée";

  private final OpeningDesk opening;
  private final HeldBookings heldBookings;
  private final BookingDiary diary;
  private final OpenSessions openSessions;
  private final SessionOrders sessionOrders;
  private final InstantSource clock;

  public EarlyClosing(
      OpeningDesk opening,
      HeldBookings heldBookings,
      BookingDiary diary,
      OpenSessions openSessions,
      SessionOrders sessionOrders,
      InstantSource clock) {
    this.opening = opening;
    this.heldBookings = heldBookings;
    this.diary = diary;
    this.openSessions = openSessions;
    this.sessionOrders = sessionOrders;
    this.clock = clock;
  }

  /**
   * Whom it concerns.
   *
   * @param calledOff their visit has not begun
   * @param shortened their visit goes on until then
   */
  public record Affected(List<BookingDiary.Line> calledOff, List<BookingDiary.Line> shortened) {

    public Affected {
      calledOff = List.copyOf(calledOff);
      shortened = List.copyOf(shortened);
    }
  }

  /**
   * What was done.
   *
   * @param notTold those of the shortened whose station could not be told: somebody has to
   */
  public record Done(Affected affected, List<BookingDiary.Line> notTold) {

    public Done {
      notTold = List.copyOf(notTold);
    }
  }

  /** When the centre could close today: quarter hours to come, before it closes anyway. */
  public List<Instant> choices() {
    Instant now = clock.instant();
    List<Instant> choices = new ArrayList<>();
    for (Stretch open : opening.hours().on(opening.today())) {
      Instant from = open.opens().isAfter(now) ? open.opens() : now;
      QuarterHour quarter = QuarterHour.at(from).next();
      for (; quarter.start().isBefore(open.closes()); quarter = quarter.next()) {
        choices.add(quarter.start());
      }
    }
    return choices;
  }

  /** Whom it would concern if the centre closed at this moment. Changes nothing. */
  public Affected affectedBy(Instant closing) {
    LocalDate today = opening.today();
    List<BookingDiary.Line> calledOff = new ArrayList<>();
    List<BookingDiary.Line> shortened = new ArrayList<>();
    for (BookingDiary.Line line : diary.today()) {
      Booking booking = line.booking();
      if (!booking.endsAt().isAfter(closing)) {
        continue;
      }
      if (booking.state() == Booking.State.BEGUN) {
        shortened.add(line);
      } else if (booking.state() == Booking.State.HELD && dayOf(booking).equals(today)) {
        calledOff.add(line);
      }
    }
    return new Affected(calledOff, shortened);
  }

  /**
   * Closes the centre at this moment today.
   *
   * @param closing one of {@link #choices()}; empty if it is none any more
   */
  public Optional<Done> closeAt(Instant closing) {
    if (!choices().contains(closing)) {
      return Optional.empty();
    }
    LocalDate today = opening.today();
    LocalTime time = closing.atZone(opening.hours().zone()).toLocalTime();
    int minute = time.getHour() * 60 + time.getMinute();
    opening.set(new SpecialDays(today, today, opening.timetable().endedAt(today, minute), LABEL));
    // Looked for only now, when nothing that is affected can be added any more.
    Affected affected = affectedBy(closing);
    affected.calledOff().forEach(line -> heldBookings.callOff(line.booking().id()));
    List<BookingDiary.Line> notTold =
        affected.shortened().stream()
            .filter(line -> !isTold(line.booking().id(), closing))
            .toList();
    return Optional.of(new Done(affected, notTold));
  }

  private boolean isTold(BookingId booking, Instant closing) {
    return openSessions.open().values().stream()
        .map(OpenSessions.Line::session)
        .filter(session -> booking.equals(session.booking()))
        .map(session -> sessionOrders.endBy(session.id(), closing))
        .anyMatch(Order.Sent.class::isInstance);
  }

  private LocalDate dayOf(Booking booking) {
    return LocalDate.ofInstant(booking.startsAt(), opening.hours().zone());
  }
}
