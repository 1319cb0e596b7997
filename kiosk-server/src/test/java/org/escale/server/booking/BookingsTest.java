package org.escale.server.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.escale.server.CentreInATest.HOUR;
import static org.escale.server.CentreInATest.MORNING;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.escale.server.CentreInATest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookingsTest {

  private CentreInATest centre;

  @BeforeEach
  void open(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void offersThisStationNowAndSlotsLaterToday() {
    Visits.Offer offer = centre.offers.at(centre.one);

    assertThat(centre.walkIn(centre.one)).contains(HOUR);
    assertThat(offer.slots())
        .hasSize(8)
        .first()
        .isEqualTo(new Visits.Slot(Instant.parse("2026-11-02T09:30:00Z"), HOUR));
  }

  @Test
  void offersNoWalkInAtAStationThatIsNotClean() {
    centre.places.block(centre.one, RefusalReason.STATION_NOT_CLEAN);

    assertThat(centre.offers.at(centre.one).walkIn()).isNull();
    assertThat(centre.takeNow(centre.one))
        .isEqualTo(new Answer.No<>(RefusalReason.STATION_NOT_CLEAN));
  }

  @Test
  void offersNoSlotThatIsTakenOnEveryStation() {
    centre.book(centre.one, "2026-11-02T11:00:00Z");
    centre.book(centre.one, "2026-11-02T11:00:00Z");

    assertThat(centre.offers.at(centre.one).slots())
        .extracting(Visits.Slot::start)
        .doesNotContain(
            Instant.parse("2026-11-02T10:30:00Z"),
            Instant.parse("2026-11-02T11:00:00Z"),
            Instant.parse("2026-11-02T11:30:00Z"))
        .contains(Instant.parse("2026-11-02T10:00:00Z"), Instant.parse("2026-11-02T12:00:00Z"));
  }

  @Test
  void booksTheStationThatIsAskedIfItIsFree() {
    assertThat(yes(centre.book(centre.two, "2026-11-02T11:00:00Z")).stationName())
        .isEqualTo("Poste 2");
  }

  @Test
  void booksAnotherStationIfThisOneIsTaken() {
    centre.book(centre.one, "2026-11-02T11:00:00Z");

    assertThat(yes(centre.book(centre.one, "2026-11-02T11:30:00Z")).stationName())
        .isEqualTo("Poste 2");
    assertThat(centre.book(centre.one, "2026-11-02T11:30:00Z"))
        .isEqualTo(new Answer.No<>(RefusalReason.SLOT_JUST_TAKEN));
  }

  @Test
  void givesALostAnswerAgainWithTheSameDigits() {
    Visits.Book wish = wish("2026-11-02T11:00:00Z");

    Visits.Booked first = yes(centre.bookings.book(centre.one, wish));
    centre.clock.step(Duration.ofMinutes(3));

    assertThat(centre.bookings.book(centre.one, wish)).isEqualTo(new Answer.Yes<>(first));
  }

  @Test
  void givesNewDigitsForALostAnswerWhenTheOldAreForgotten() {
    Visits.Book wish = wish("2026-11-02T11:00:00Z");
    Visits.Booked first = yes(centre.bookings.book(centre.one, wish));
    centre.clock.step(Duration.ofMinutes(11));

    Visits.Booked again = yes(centre.bookings.book(centre.one, wish));

    assertThat(again.booking()).isEqualTo(first.booking());
    assertThat(again.ticket()).isEqualTo(first.ticket());
    assertThat(redeemAtItsTime(again)).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void letsTheHolderBeginFromAQuarterOfAnHourBeforeHerSlot() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:30:00Z"));

    assertThat(redeem(booked)).isEqualTo(new Answer.No<>(RefusalReason.TICKET_NOT_YET));
    centre.clock.step(Duration.ofMinutes(13));
    Booking begun = yes(redeem(booked));

    assertThat(begun.startsAt()).isEqualTo(MORNING.plus(Duration.ofMinutes(13)));
    assertThat(begun.endsAt()).isEqualTo(Instant.parse("2026-11-02T10:30:00Z"));
  }

  @Test
  void letsTheHolderBeginAtAnotherStationThatIsFreeInstead() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));

    Booking begun = yes(centre.desk.redeem(centre.two, booked.ticket(), booked.secret()));

    assertThat(begun.station()).isEqualTo(centre.two);
    assertThat(centre.offers.at(centre.one).walkIn()).isNotNull();
    assertThat(centre.offers.at(centre.two).walkIn()).isNull();
  }

  @Test
  void sendsTheHolderToHerOwnStationWhenThisOneIsAnothers() {
    centre.book(centre.two, "2026-11-02T09:30:00Z");
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));

    assertThat(centre.desk.redeem(centre.two, booked.ticket(), booked.secret()))
        .isEqualTo(new Answer.No<>(RefusalReason.TICKET_FOR_OTHER_STATION));
  }

  @Test
  void refusesEvenTheRightDigitsAfterFiveWrongTriesUntilTheyAreOld() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));
    for (int i = 0; i < 5; i++) {
      assertThat(centre.desk.redeem(centre.one, booked.ticket(), wrong(booked.secret())))
          .isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
    }

    assertThat(redeem(booked)).isEqualTo(new Answer.No<>(RefusalReason.TOO_MANY_TRIES));
    centre.clock.step(Duration.ofMinutes(10));
    assertThat(redeem(booked)).isInstanceOf(Answer.Yes.class);
  }

  @Test
  void refusesTheWholeRoomAfterTwentyWrongTries() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));
    for (int station = 0; station < 5; station++) {
      var other = centre.places.add("Poste " + (3 + station));
      for (int i = 0; i < 4; i++) {
        centre.desk.redeem(other, booked.ticket(), wrong(booked.secret()));
      }
    }

    assertThat(redeem(booked)).isEqualTo(new Answer.No<>(RefusalReason.TOO_MANY_TRIES));
  }

  @Test
  void givesASlotToOthersWhenNobodyComes() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T09:15:00Z"));
    centre.clock.step(Duration.ofMinutes(22));
    assertThat(centre.heldBookings.releaseNoShows()).isZero();
    assertThat(centre.offers.at(centre.one).walkIn()).isNull();

    centre.clock.step(Duration.ofMinutes(1));

    assertThat(centre.heldBookings.releaseNoShows()).isEqualTo(1);
    assertThat(centre.walkIn(centre.one)).contains(HOUR);
    assertThat(redeem(booked)).isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
  }

  @Test
  void givesACancelledSlotToOthers() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));

    assertThat(centre.heldBookings.cancel(booked.booking())).isPresent();

    assertThat(centre.heldBookings.cancel(booked.booking())).isEmpty();
    assertThat(yes(centre.book(centre.one, "2026-11-02T11:00:00Z")).stationName())
        .isEqualTo("Poste 1");
  }

  @Test
  void listsTheBookingsOfTheCentresDay() {
    centre.book(centre.one, "2026-11-02T11:00:00Z");
    centre.book(centre.one, "2026-11-02T10:00:00Z");

    assertThat(centre.diary.today())
        .extracting(line -> line.booking().startsAt(), BookingDiary.Line::stationName)
        .containsExactly(
            tuple(Instant.parse("2026-11-02T10:00:00Z"), "Poste 1"),
            tuple(Instant.parse("2026-11-02T11:00:00Z"), "Poste 1"));
  }

  @Test
  void keepsDigitsOutOfTheDatabaseFile() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));

    String row =
        centre.database.read(
            handle ->
                handle
                    .createQuery("SELECT * FROM booking WHERE id = :id")
                    .bind("id", booked.booking().toString())
                    .mapToMap()
                    .one()
                    .values()
                    .toString());

    assertThat(row.split("[^0-9A-Za-z]+")).doesNotContain(booked.secret().digits());
  }

  @Test
  void aBookingDoesNotStandInItsOwnWayWhenItIsMoved() {
    Visits.Booked mine = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));
    centre.book(centre.two, "2026-11-02T11:00:00Z");
    centre.book(centre.one, "2026-11-02T12:30:00Z");

    assertThat(starts(null))
        .doesNotContain("2026-11-02T10:30:00Z", "2026-11-02T11:00:00Z", "2026-11-02T11:30:00Z");
    assertThat(starts(mine.booking()))
        .contains("2026-11-02T10:30:00Z", "2026-11-02T11:00:00Z", "2026-11-02T11:30:00Z");
  }

  @Test
  void aBookingThatIsMovedIsNotOfferedWhatAnotherHas() {
    Visits.Booked mine = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));
    centre.book(centre.two, "2026-11-02T11:00:00Z");
    centre.book(centre.one, "2026-11-02T12:00:00Z");
    centre.book(centre.two, "2026-11-02T12:00:00Z");

    assertThat(starts(mine.booking()))
        .contains("2026-11-02T10:30:00Z", "2026-11-02T11:00:00Z")
        .doesNotContain("2026-11-02T11:30:00Z", "2026-11-02T12:00:00Z", "2026-11-02T12:30:00Z");
  }

  @Test
  void everyTimeThatIsOfferedForAMoveCanBeHad() {
    Visits.Booked mine = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));
    centre.book(centre.two, "2026-11-02T11:30:00Z");

    for (String start : starts(mine.booking())) {
      assertThat(centre.heldBookings.move(mine.booking(), Instant.parse(start), null))
          .as(start)
          .isInstanceOf(Answer.Yes.class);
    }
  }

  @Test
  void aBookingThatIsMovedKeepsWhatItNeeds() {
    StationId wide = centre.places.add("Poste 3", StationTrait.LARGE_SCREEN);
    Visits.Booked mine =
        yes(
            centre.bookings.book(
                centre.one,
                new Visits.Book(
                    UUID.randomUUID(),
                    new Visits.Slot(Instant.parse("2026-11-02T11:00:00Z"), HOUR),
                    Set.of(StationTrait.LARGE_SCREEN),
                    null,
                    Language.FRENCH)));
    centre.book(wide, "2026-11-02T14:00:00Z");

    assertThat(starts(null)).contains("2026-11-02T14:00:00Z");
    assertThat(starts(mine.booking())).doesNotContain("2026-11-02T14:00:00Z");
  }

  @Test
  void aTicketThatWasGivenBackIsGivenBackStillWhenTheAnswerWasLost() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));
    Tickets.Cancel wish = new Tickets.Cancel(booked.ticket(), booked.secret());
    Answer<Tickets.Cancelled> first = centre.desk.cancel(centre.one, wish);

    assertThat(first).isEqualTo(new Answer.Yes<>(new Tickets.Cancelled(booked.ticket())));
    for (int i = 0; i < 7; i++) {
      assertThat(centre.desk.cancel(centre.one, wish)).isEqualTo(first);
    }
    assertThat(redeem(booked)).isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
  }

  @Test
  void aTicketThatWasGivenBackIsUnknownToOtherDigitsAndAfterSomeMinutes() {
    Visits.Booked booked = yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));
    Tickets.Cancel wish = new Tickets.Cancel(booked.ticket(), booked.secret());
    yes(centre.desk.cancel(centre.one, wish));

    assertThat(
            centre.desk.cancel(
                centre.one, new Tickets.Cancel(booked.ticket(), wrong(booked.secret()))))
        .isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
    centre.clock.step(Duration.ofMinutes(11));
    assertThat(centre.desk.cancel(centre.one, wish))
        .isEqualTo(new Answer.No<>(RefusalReason.TICKET_UNKNOWN));
  }

  private List<String> starts(@Nullable BookingId moving) {
    LocalDate day = LocalDate.of(2026, 11, 2);
    return centre
        .offers
        .slots(new Visits.SlotsWish(day, HOUR, Set.of(), null, moving))
        .slots()
        .stream()
        .map(slot -> slot.start().toString())
        .toList();
  }

  private Answer<Booking> redeemAtItsTime(Visits.Booked booked) {
    centre.clock.step(Duration.between(centre.clock.instant(), booked.slot().start()));
    return redeem(booked);
  }

  private Answer<Booking> redeem(Visits.Booked booked) {
    PublicTicket ticket = booked.ticket();
    return centre.desk.redeem(centre.one, ticket, booked.secret());
  }

  private static Visits.Book wish(String start) {
    return new Visits.Book(
        UUID.randomUUID(),
        new Visits.Slot(Instant.parse(start), HOUR),
        Set.of(),
        null,
        Language.FRENCH);
  }

  private static TicketSecret wrong(TicketSecret right) {
    return new TicketSecret(right.digits().equals("0000") ? "0001" : "0000");
  }
}
