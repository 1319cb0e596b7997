package org.escale.server.booking.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.Occupancy;
import org.escale.server.booking.QuarterHour;
import org.escale.server.booking.SealedDigits;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Bookings of one centre in its database. */
public final class JdbcBookingStore implements BookingStore {

  private final Database database;
  private final CentreId centre;
  private final InMemory<StationId> stations;
  private final InMemory<PublicTicket> tickets;
  private final BookingIds ids;

  /** Reads what is taken from this moment on, which takes longer the more that is. */
  public JdbcBookingStore(Database database, CentreId centre, Instant now) {
    this.database = database;
    this.centre = centre;
    this.stations = new InMemory<>(new Occupancy<>(now), database);
    this.tickets = new InMemory<>(new Occupancy<>(now), database);
    this.ids = new BookingIds(database.read(BookingRows::lastNumber));
    // Within the queue of writes, so that no change falls between reading and listening.
    database.write(
        handle -> {
          rows(handle).takenFrom(QuarterHour.at(now), stations.occupancy());
          rows(handle).tickets().goingAboutFrom(now, tickets.occupancy());
          return true;
        });
  }

  @Override
  public Occupancy<StationId> occupancy() {
    return stations.occupancy();
  }

  @Override
  public Taking take(Wish wish) {
    return database.write(
        handle -> {
          BookingRows rows = rows(handle);
          Optional<Booking> before = rows.answered(wish.asker(), wish.request());
          if (before.isPresent()) {
            return new Taking.Repeated(before.get());
          }
          Taking taking = takings(rows).take(wish);
          if (taking instanceof Taking.Taken(Booking booking)) {
            changed(null, booking);
          }
          return taking;
        });
  }

  @Override
  public List<Booking> takeTogether(List<Wish> wishes) {
    return database.write(
        handle -> {
          BookingRows rows = rows(handle);
          List<Booking> taken = new ArrayList<>();
          for (Wish wish : wishes) {
            if (!(takings(rows).take(wish) instanceof Taking.Taken(Booking booking))) {
              taken.forEach(each -> giveBack(rows, each));
              return List.of();
            }
            changed(null, booking);
            taken.add(booking);
          }
          return List.copyOf(taken);
        });
  }

  @Override
  public Optional<Booking> call(BookingId id, StationId station, Instant startsAt, Instant endsAt) {
    return change(
        id,
        (rows, booking) ->
            booking.state() == Booking.State.WAITING
                    && rows.moveCells(booking, station, startsAt, endsAt)
                ? rows.withState(id, Booking.State.HELD)
                : Optional.empty());
  }

  @Override
  public void waitAgain(BookingId id) {
    change(
        id,
        (rows, booking) -> {
          if (booking.kind() != Booking.Kind.QUEUED || booking.state() != Booking.State.HELD) {
            return Optional.empty();
          }
          rows.freeCells(id);
          rows.backToTheQueue(id);
          return rows.withState(id, Booking.State.WAITING);
        });
  }

  @Override
  public Optional<Booking> comeBack(BookingId id, Set<StationTrait> needs) {
    return change(
        id,
        (rows, booking) -> {
          if (booking.kind() != Booking.Kind.QUEUED || booking.state() != Booking.State.NOT_SHOWN) {
            return Optional.empty();
          }
          rows.backToTheQueue(id);
          rows.rememberNeeds(id, needs);
          return rows.withState(id, Booking.State.WAITING);
        });
  }

  @Override
  public Optional<Booking> begin(
      BookingId id, StationId station, Instant startsAt, Instant endsAt) {
    return change(
        id,
        (rows, booking) -> {
          if (booking.state() == Booking.State.BEGUN) {
            return Optional.of(booking);
          }
          return booking.state() == Booking.State.HELD
                  && rows.moveCells(booking, station, startsAt, endsAt)
              ? rows.withState(id, Booking.State.BEGUN)
              : Optional.empty();
        });
  }

  @Override
  public void beginAgain(BookingId id) {
    change(
        id,
        (rows, booking) ->
            booking.state() == Booking.State.BEGUN
                ? rows.withState(id, Booking.State.HELD)
                : Optional.empty());
  }

  @Override
  public Optional<Booking> move(BookingId id, List<Spot> spots, List<PublicTicket> tickets) {
    return change(
        id,
        (rows, booking) -> {
          if (booking.state() != Booking.State.HELD) {
            return Optional.empty();
          }
          for (Spot spot : spots) {
            if (rows.moveCells(booking, spot.station(), spot.startsAt(), spot.endsAt())) {
              return rows.withTicketFrom(id, tickets);
            }
          }
          return Optional.empty();
        });
  }

  @Override
  public boolean moveEnd(BookingId id, Instant endsAt) {
    return change(
            id,
            (rows, booking) ->
                booking.state() == Booking.State.BEGUN
                        && endsAt.isAfter(booking.startsAt())
                        && rows.moveCells(booking, booking.station(), booking.startsAt(), endsAt)
                    ? rows.find(id)
                    : Optional.empty())
        .isPresent();
  }

  @Override
  public Optional<Booking> close(BookingId id, Booking.State as) {
    return change(
        id,
        (rows, booking) -> {
          if (!booking.isOpen()) {
            return Optional.empty();
          }
          if (as == Booking.State.CANCELLED) {
            rows.tickets().giveBack(id);
          }
          return rows.over(id, as);
        });
  }

  @Override
  public boolean replaceDigits(BookingId id, SealedDigits digits) {
    return database.write(handle -> rows(handle).replaceDigits(id, digits));
  }

  @Override
  public Optional<Booking> find(BookingId id) {
    return database.read(handle -> rows(handle).find(id));
  }

  @Override
  public Optional<Booking> answered(StationId asker, UUID request) {
    return database.read(handle -> rows(handle).answered(asker, request));
  }

  @Override
  public List<Booking> openWith(PublicTicket ticket, Instant endAfter) {
    return database.read(handle -> rows(handle).openWith(ticket, endAfter));
  }

  @Override
  public List<Booking> calledOffWith(PublicTicket ticket, Instant endAfter) {
    return database.read(handle -> rows(handle).calledOffWith(ticket, endAfter));
  }

  @Override
  public List<Booking> touching(Instant from, Instant to) {
    return database.read(handle -> rows(handle).touching(from, to));
  }

  @Override
  public List<Booking> waiting() {
    return database.read(handle -> rows(handle).waiting());
  }

  @Override
  public int purge(Instant endedBefore) {
    return database.write(handle -> rows(handle).purge(endedBefore));
  }

  @Override
  public Optional<UUID> noteTry(StationId station, Instant now, TryLimits limits) {
    return database.write(
        handle -> {
          TryRows tries = new TryRows(handle, centre);
          tries.forgetBefore(now.minus(limits.within()));
          return tries.inRoom() >= limits.perRoom() || tries.at(station) >= limits.perStation()
              ? Optional.empty()
              : Optional.of(tries.add(station, now));
        });
  }

  @Override
  public void forgetTry(UUID attempt) {
    database.write(handle -> new TryRows(handle, centre).remove(attempt));
  }

  /** What makes another booking of this one; empty if it stays as it is. */
  @FunctionalInterface
  private interface Change {
    Optional<Booking> of(BookingRows rows, Booking booking);
  }

  private Optional<Booking> change(BookingId id, Change change) {
    return database.write(
        handle -> {
          BookingRows rows = rows(handle);
          Optional<Booking> before = rows.find(id);
          Optional<Booking> after = before.flatMap(booking -> change.of(rows, booking));
          after.ifPresent(booking -> changed(before.orElseThrow(), booking));
          return after;
        });
  }

  private void giveBack(BookingRows rows, Booking taken) {
    rows.remove(taken.id());
    stations.free(taken.station(), taken.startsAt(), taken.endsAt());
  }

  private void changed(@Nullable Booking before, Booking after) {
    if (before != null && before.holdsTime()) {
      stations.free(before.station(), before.startsAt(), before.endsAt());
    }
    if (after.holdsTime()) {
      stations.take(after.station(), after.startsAt(), after.endsAt());
    }
  }

  private Takings takings(BookingRows rows) {
    return new Takings(rows, stations.occupancy(), ids);
  }

  private BookingRows rows(Handle handle) {
    return new BookingRows(handle, centre, new TicketRows(handle, centre, tickets));
  }
}
