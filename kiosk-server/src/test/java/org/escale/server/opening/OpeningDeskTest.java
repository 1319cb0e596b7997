package org.escale.server.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.server.opening.jdbc.JdbcOpeningStore;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening hours and policy on a real database. */
class OpeningDeskTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOW = Instant.parse("2026-11-18T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
  private static final Hours MORNING = new Hours(9 * 60, 12 * 60);
  private static final Hours AFTERNOON = new Hours(14 * 60, 18 * 60);
  private static final OpeningStore.Kept FIRST =
      new OpeningStore.Kept(Timetable.daily(Hours.ALL_DAY), BookingPolicy.usual());

  private Database database;
  private OpeningDesk desk;

  @BeforeEach
  void open(@TempDir Path dir) throws Exception {
    database = Database.open(dir.resolve("escale.db"));
    desk = desk(FIRST);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void holdsWhatTheSettingsSayUntilSomebodyDecides() {
    assertThat(desk.hours()).isEqualTo(OpeningHours.daily(PARIS, Hours.ALL_DAY));
    assertThat(desk.policy()).isEqualTo(BookingPolicy.usual());
  }

  @Test
  void remembersWhatWasDecidedWhateverTheSettingsSayLater() {
    desk.changeWeek(Map.of(DayOfWeek.WEDNESDAY, List.of(AFTERNOON, MORNING)));
    desk.set(new SpecialDays(TODAY.plusDays(1), TODAY.plusDays(9), List.of(), "Travaux"));
    desk.change(BookingPolicy.usual().withSlotLength(Duration.ofMinutes(45)));

    OpeningDesk again =
        desk(
            new OpeningStore.Kept(
                Timetable.daily(MORNING),
                BookingPolicy.usual().withSlotLength(Duration.ofMinutes(90))));

    assertThat(again.timetable()).isEqualTo(desk.timetable());
    assertThat(again.policy().slotLength()).isEqualTo(Duration.ofMinutes(45));
    assertThat(again.hours().hoursOf(TODAY)).containsExactly(MORNING, AFTERNOON);
    assertThat(again.hours().hoursOf(TODAY.plusDays(7))).isEmpty();
    assertThat(again.hours().hoursOf(TODAY.plusDays(14))).containsExactly(MORNING, AFTERNOON);
  }

  @Test
  void theShorterOfTwoSpecialDaysHolds() {
    desk.set(new SpecialDays(TODAY, TODAY.plusDays(9), List.of(), "Vacances"));
    desk.set(new SpecialDays(TODAY.plusDays(3), TODAY.plusDays(3), List.of(MORNING), "Atelier"));

    assertThat(desk.hours().hoursOf(TODAY.plusDays(2))).isEmpty();
    assertThat(desk.hours().hoursOf(TODAY.plusDays(3))).containsExactly(MORNING);

    desk.remove(TODAY.plusDays(3), TODAY.plusDays(3));

    assertThat(desk.hours().hoursOf(TODAY.plusDays(3))).isEmpty();
  }

  @Test
  void theSameDaysAgainReplaceThoseBefore() {
    desk.set(new SpecialDays(TODAY, TODAY, List.of(), "Grève"));
    desk.set(new SpecialDays(TODAY, TODAY, List.of(AFTERNOON), ""));

    assertThat(desk.timetable().specialDays()).hasSize(1);
    assertThat(desk.hours().hoursOf(TODAY)).containsExactly(AFTERNOON);
  }

  @Test
  void forgetsSpecialDaysAMonthAfterTheyAreOver() {
    desk.set(new SpecialDays(TODAY.minusDays(40), TODAY.minusDays(31), List.of(), ""));
    desk.set(new SpecialDays(TODAY.minusDays(40), TODAY.minusDays(30), List.of(), ""));

    assertThat(desk.timetable().specialDays())
        .extracting(SpecialDays::last)
        .containsExactly(TODAY.minusDays(30));
  }

  @Test
  void endsTheHoursOfADayEarlier() {
    desk.changeWeek(Map.of(DayOfWeek.WEDNESDAY, List.of(MORNING, AFTERNOON)));

    assertThat(desk.timetable().endedAt(TODAY, 15 * 60))
        .containsExactly(MORNING, new Hours(14 * 60, 15 * 60));
    assertThat(desk.timetable().endedAt(TODAY, 13 * 60)).containsExactly(MORNING);
    assertThat(desk.timetable().endedAt(TODAY, 8 * 60)).isEmpty();
  }

  @Test
  void tellsWhoListensOnceItHolds() {
    List<List<Hours>> heard = new ArrayList<>();
    desk.listen(() -> heard.add(desk.hours().hoursOf(TODAY)));

    desk.changeWeek(Map.of(DayOfWeek.WEDNESDAY, List.of(MORNING)));

    assertThat(heard).containsExactly(List.of(MORNING));
  }

  private OpeningDesk desk(OpeningStore.Kept first) {
    CentreId centre = CentreId.of(database, () -> NOW);
    return new OpeningDesk(new JdbcOpeningStore(database, centre), first, PARIS, () -> NOW);
  }
}
