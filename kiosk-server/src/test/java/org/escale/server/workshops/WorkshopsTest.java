package org.escale.server.workshops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.HOUR;
import static org.escale.server.CentreInATest.PARIS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.Command;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.CentreInATest;
import org.escale.server.booking.Answer;
import org.escale.server.booking.Booking;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningHours;
import org.escale.server.opening.Stretch;
import org.escale.server.usage.Counter;
import org.escale.server.usage.DayUsage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopsTest {

  /** The Monday of the test, and the hour in which its clock starts. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private static final LocalTime ELEVEN = LocalTime.of(11, 0);
  private static final Duration TWO_HOURS = HOUR.multipliedBy(2);

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
  void reservesAllStationsOfADateTogether() {
    Plan plan = plan(MONDAY, 1);

    assertThat(centre.workshops.keep(plan)).hasOnlyElementsOfType(Outlook.Possible.class);

    Workshop kept = centre.workshops.find(plan.id()).orElseThrow();
    assertThat(kept.dates()).hasSize(1);
    assertThat(kept.dates().getFirst().seats())
        .extracting(Workshop.Seat::station)
        .containsExactlyInAnyOrder(centre.one, centre.two);
    assertThat(centre.diary.today())
        .extracting(line -> line.booking().kind())
        .containsExactly(Booking.Kind.WORKSHOP, Booking.Kind.WORKSHOP);
    assertThat(centre.book(centre.one, "2026-11-02T10:30:00Z"))
        .isEqualTo(new Answer.No<>(RefusalReason.SLOT_JUST_TAKEN));
    assertThat(centre.workshops.coming()).containsExactly(kept);
  }

  @Test
  void reservesNothingWhenOneStationIsTakenAndSaysWhich() {
    centre.book(centre.two, "2026-11-02T11:30:00Z");
    Plan plan = plan(MONDAY, 1);

    List<Outlook> looked = centre.workshops.lookAt(plan);

    assertThat(looked)
        .containsExactly(new Outlook.Taken(plan.dates(PARIS).getFirst(), List.of(centre.two)));
    assertThat(centre.workshops.keep(plan)).isEqualTo(looked);
    assertThat(centre.workshops.find(plan.id())).isEmpty();
    assertThat(centre.diary.today()).hasSize(1);
  }

  @Test
  void saysOfEachWeekWhetherItCanBeHadBeforeAnythingIsKept() {
    centre.opening.change(OpeningHours.daily(PARIS, new Hours(8 * 60, 18 * 60)));
    Plan first = plan(MONDAY.plusWeeks(3), 1);
    centre.workshops.keep(first);
    Plan series = plan(MONDAY, 12);

    List<Outlook> looked = centre.workshops.lookAt(series);

    assertThat(looked).hasSize(12);
    assertThat(looked.get(3)).isInstanceOf(Outlook.Taken.class);
    assertThat(looked).filteredOn(Outlook.Possible.class::isInstance).hasSize(11);
    assertThat(centre.workshops.find(series.id())).isEmpty();
    centre.workshops.keep(series);
    assertThat(centre.workshops.find(series.id()).orElseThrow().dates()).hasSize(11);
  }

  @Test
  void keepsTheSamePlanOnce() {
    Plan plan = plan(MONDAY, 3);

    centre.workshops.keep(plan);
    assertThat(centre.workshops.keep(plan)).isEmpty();

    assertThat(centre.workshops.find(plan.id()).orElseThrow().dates()).hasSize(3);
  }

  @Test
  void keepsTheTimeOnTheWallWhenClocksChange() {
    LocalDate march = LocalDate.of(2027, 3, 16);

    assertThat(plan(march, 4).dates(PARIS))
        .extracting(Stretch::opens)
        .containsExactly(
            Instant.parse("2027-03-16T10:00:00Z"),
            Instant.parse("2027-03-23T10:00:00Z"),
            Instant.parse("2027-03-30T09:00:00Z"),
            Instant.parse("2027-04-06T09:00:00Z"));
  }

  @Test
  void refusesDatesThatArePastOrOutsideOpeningHours() {
    centre.opening.change(OpeningHours.daily(PARIS, new Hours(8 * 60, 12 * 60)));

    assertThat(centre.workshops.lookAt(plan(MONDAY, 1)).getFirst())
        .isInstanceOf(Outlook.Closed.class);
    assertThat(centre.workshops.lookAt(plan(MONDAY.minusWeeks(1), 1)).getFirst())
        .isInstanceOf(Outlook.Past.class);
  }

  @Test
  void refusesAStationThatIsOutOfService() {
    centre.places.remove(centre.two);

    assertThat(centre.workshops.lookAt(plan(MONDAY, 1)).getFirst())
        .isEqualTo(
            new Outlook.NoSuchStation(
                plan(MONDAY, 1).dates(PARIS).getFirst(), List.of(centre.two)));
  }

  @Test
  void opensItsStationsTogetherFromAQuarterOfAnHourBefore() {
    Workshop.Date date = kept(plan(MONDAY, 1)).dates().getFirst();
    assertThat(centre.workshops.canOpen(date)).isFalse();
    centre.clock.step(Duration.ofMinutes(45));
    assertThat(centre.workshops.canOpen(date)).isTrue();

    assertThat(centre.workshops.openTogether(date, Language.FRENCH))
        .hasSize(2)
        .allSatisfy(opened -> assertThat(opened.refusal()).isEmpty());

    assertThat(centre.stations.sent(Command.Unlock.class)).hasSize(2);
    assertThat(centre.workshops.openTogether(date, Language.FRENCH)).isEmpty();
    assertThat(centre.workshops.seatsOf(date))
        .extracting(Workshops.SeatNow::state)
        .containsOnly(Workshops.SeatState.OPEN);
  }

  @Test
  void opensTheOthersWhenOneStationCannotAndSaysWhich() {
    Workshop.Date date = kept(plan(MONDAY, 1)).dates().getFirst();
    centre.clock.step(Duration.ofMinutes(50));
    centre.places.block(centre.two, RefusalReason.STATION_NOT_CLEAN);

    assertThat(centre.workshops.openTogether(date, Language.FRENCH))
        .filteredOn(opened -> opened.refusal().isPresent())
        .containsExactly(
            new Workshops.Opened("Poste 2", Optional.of(RefusalReason.STATION_NOT_CLEAN)));
    assertThat(centre.stations.sent(Command.Unlock.class)).hasSize(1);
  }

  @Test
  void keepsASeatThatNobodyTookUntilTheEnd() {
    Workshop.Date date = kept(plan(MONDAY, 1)).dates().getFirst();
    centre.clock.step(Duration.between(centre.clock.instant(), date.endsAt()).minusSeconds(1));
    assertThat(centre.heldBookings.releaseNoShows()).isZero();
    centre.clock.step(Duration.ofSeconds(1));
    assertThat(centre.heldBookings.releaseNoShows()).isEqualTo(2);
  }

  @Test
  void countsTheWorkshopAndWhoTakesPartOnceEach() {
    Workshop.Date date = kept(plan(MONDAY, 1)).dates().getFirst();
    centre.clock.step(Duration.ofMinutes(53));
    centre.workshops.openTogether(date, Language.FRENCH);
    for (Command.Unlock unlock : centre.stations.sent(Command.Unlock.class)) {
      StationId station = centre.openSessions.find(unlock.session()).orElseThrow().station();
      centre.report(
          station,
          new Report.SessionStarted(ReportId.random(), unlock.session(), centre.clock.instant()));
      Report ended = centre.ended(unlock.session(), Duration.ofMinutes(50));
      centre.report(station, ended);
      centre.report(station, ended);
    }

    DayUsage usage = centre.usage.of(MONDAY);
    assertThat(usage.count(Counter.WORKSHOPS)).isEqualTo(1);
    assertThat(usage.count(Counter.WORKSHOP_VISITS)).isEqualTo(2);
    assertThat(usage.count(Counter.VISITS)).isEqualTo(2);
    assertThat(usage.count(Counter.WALK_INS)).isZero();
    assertThat(kept(date).state()).isEqualTo(Workshop.State.HELD);
  }

  @Test
  void countsNoWorkshopToWhichNobodyCame() {
    Workshop.Date date = kept(plan(MONDAY, 1)).dates().getFirst();
    centre.clock.step(Duration.ofMinutes(53));
    centre.workshops.open(date.seats().getFirst(), Language.FRENCH);
    SessionId session = centre.stations.sent(Command.Unlock.class).getFirst().session();
    centre.report(centre.one, centre.ended(session, Duration.ofSeconds(20)));

    assertThat(centre.usage.of(MONDAY).count(Counter.WORKSHOPS)).isZero();
    assertThat(centre.usage.of(MONDAY).count(Counter.WORKSHOP_VISITS)).isZero();
  }

  @Test
  void cancelsOneDateAndGivesItsStationsBack() {
    Workshop workshop = kept(plan(MONDAY, 3));

    assertThat(centre.workshops.cancel(workshop.dates().get(0))).isTrue();
    assertThat(centre.workshops.cancel(workshop.dates().get(0))).isFalse();

    assertThat(centre.book(centre.one, "2026-11-02T10:30:00Z")).isInstanceOf(Answer.Yes.class);
    assertThat(kept(workshop.dates().get(0)).state()).isEqualTo(Workshop.State.CANCELLED);
    assertThat(kept(workshop.dates().get(1)).state()).isEqualTo(Workshop.State.PLANNED);
  }

  @Test
  void cancelsAWholeSeries() {
    Workshop workshop = kept(plan(MONDAY, 12));

    assertThat(centre.workshops.cancelSeries(workshop)).isEqualTo(12);
    assertThat(centre.workshops.cancelSeries(workshop)).isZero();

    assertThat(centre.workshops.lookAt(plan(MONDAY, 12)))
        .hasOnlyElementsOfType(Outlook.Possible.class);
  }

  @Test
  void finishesACancellingThatWasStoppedHalfWay() {
    Workshop.Date date = kept(plan(MONDAY, 1)).dates().getFirst();
    centre.workshopStore.settle(date.id(), Workshop.State.CANCELLED);

    centre.workshops.finishCancelling();

    assertThat(centre.workshops.lookAt(plan(MONDAY, 1)).getFirst())
        .isInstanceOf(Outlook.Possible.class);
  }

  @Test
  void forgetsItsSeatsWithTheirBookings() {
    Workshop workshop = kept(plan(MONDAY, 1));

    assertThat(centre.workshops.purge(workshop.dates().getFirst().endsAt().plusSeconds(1)))
        .isEqualTo(2);

    assertThat(centre.workshops.find(workshop.id()).orElseThrow().dates().getFirst().seats())
        .isEmpty();
  }

  private Workshop kept(Plan plan) {
    centre.workshops.keep(plan);
    return centre.workshops.find(plan.id()).orElseThrow();
  }

  private Workshop.Date kept(Workshop.Date date) {
    return centre.workshops.coming().stream()
        .flatMap(workshop -> workshop.dates().stream())
        .filter(each -> each.id().equals(date.id()))
        .findFirst()
        .orElseThrow();
  }

  private Plan plan(LocalDate first, int weeks) {
    return new Plan(
        WorkshopId.random(),
        "Premiers pas",
        Level.DEBUTANT,
        Theme.NAVIGATION_SUR_INTERNET,
        first,
        ELEVEN,
        TWO_HOURS,
        weeks,
        List.of(centre.one, centre.two));
  }
}
