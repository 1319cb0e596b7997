package org.escale.server.booking.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.StationId;
import org.escale.protocol.TicketColour;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingStore;
import org.escale.server.booking.BookingStoreContract;
import org.escale.server.booking.SealedDigits;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcBookingStoreTest extends BookingStoreContract {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private Database database;
  private BookingStore store;

  @BeforeEach
  void open(@TempDir Path dir) throws CannotStartException {
    database = Database.open(dir.resolve("escale.db"));
    store = anotherStore();
  }

  private BookingStore anotherStore() {
    return new JdbcBookingStore(database, CentreId.of(database, InstantSource.system()), MIDNIGHT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void afterARestartItKnowsWhichStationsAndTicketsAreTaken() {
    StationId station = StationId.random();
    Instant ten = MIDNIGHT.plus(HOUR.multipliedBy(10));
    PublicTicket star = new PublicTicket(Pictogram.STAR, TicketColour.BLUE);
    store.take(wish(station, ten, star));

    BookingStore restarted = anotherStore();

    assertThat(restarted.occupancy().isFree(station, ten, ten.plus(HOUR))).isFalse();
    assertThat(restarted.take(wish(StationId.random(), ten, star)))
        .isEqualTo(new BookingStore.Taking.NoTicketLeft());
  }

  @Test
  void whatCouldNotBeTakenTogetherLeavesNoTicketBehind() {
    StationId taken = StationId.random();
    StationId free = StationId.random();
    Instant ten = MIDNIGHT.plus(HOUR.multipliedBy(10));
    PublicTicket star = new PublicTicket(Pictogram.STAR, TicketColour.BLUE);
    PublicTicket sun = new PublicTicket(Pictogram.SUN, TicketColour.BLUE);
    store.take(wish(taken, ten, star));

    assertThat(store.takeTogether(List.of(wish(free, ten, sun), wish(taken, ten, sun)))).isEmpty();

    assertThat(store.occupancy().isFree(free, ten, ten.plus(HOUR))).isTrue();
    assertThat(store.take(wish(free, ten, sun))).isInstanceOf(BookingStore.Taking.Taken.class);
  }

  private static BookingStore.Wish wish(StationId station, Instant start, PublicTicket ticket) {
    return new BookingStore.Wish(
        station,
        UUID.randomUUID(),
        Booking.Kind.BOOKED,
        List.of(new BookingStore.Spot(station, start, start.plus(HOUR))),
        Set.of(),
        List.of(ticket),
        new SealedDigits("salt", "seal"));
  }

  @Override
  protected BookingStore store() {
    return store;
  }
}
