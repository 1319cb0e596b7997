package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Queueing;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while workshops are planned, cancelled and held: no date is ever half. */
class WorkshopCrashTest {

  private static final int WEEKS = 12;
  private static final int PLANNED_BEFORE_THE_KILL = 3;
  private static final int JOINED_BEFORE_THE_KILL = 6;
  private static final int MOST_JOINED = 40;
  private static final Duration USED = Duration.ofMinutes(3);
  private static final Pattern CHECKED = Pattern.compile("name=\"checked\" value=\"([^\"]*)\"");

  @TempDir Path dir;

  @Test
  void aDateIsReservedOrCancelledWholeWhenTheServerDiesInABurstOfWrites() throws Exception {
    try (MortalServer server = MortalServer.start(dir)) {
      List<Enrolment.Answer> stations = List.of(server.enrol("Poste 1"), server.enrol("Poste 2"));
      ConcurrentLinkedQueue<String> line = new ConcurrentLinkedQueue<>();
      CountDownLatch planned = new CountDownLatch(PLANNED_BEFORE_THE_KILL);
      CountDownLatch joined = new CountDownLatch(JOINED_BEFORE_THE_KILL);
      TestStaff staff = server.admin();
      try (ExecutorService burst = Executors.newFixedThreadPool(2)) {
        burst.execute(
            untilTheServerIsGone(() -> planAndCancelEverySecond(server, staff, stations, planned)));
        burst.execute(
            untilTheServerIsGone(() -> joinOneAfterTheOther(server, stations, line, joined)));
        boolean enough = planned.await(60, TimeUnit.SECONDS) && joined.await(60, TimeUnit.SECONDS);
        server.kill();
        assertThat(enough).isTrue();
      }

      assertThat(server.rows("PRAGMA integrity_check")).containsExactly("ok");
      assertThat(server.rows(HALF_PLANNED)).isEmpty();
      assertThat(server.rows(SEATS_OF_NO_WORKSHOP)).isEmpty();
      assertThat(server.rows(BOOKINGS_WITH_OTHER_CELLS)).isEmpty();
      List<String> waited = waiting(server);
      assertThat(waited).startsWith(line.toArray(String[]::new));

      server.startAgain();
      // A cancelling that was stopped half-way is finished.
      await().untilAsserted(() -> assertThat(server.rows(HELD_THOUGH_CANCELLED)).isEmpty());
      assertThat(server.rows(HALF_PLANNED)).isEmpty();
      assertThat(server.rows(BOOKINGS_WITH_OTHER_CELLS)).isEmpty();
      assertThat(waiting(server)).isEqualTo(waited);
    }
  }

  @Test
  void aWorkshopUnderWayIsCountedOnceHoweverOftenTheServerDies() throws Exception {
    try (MortalServer server = MortalServer.start(dir)) {
      Enrolment.Answer one = server.enrol("Poste 1");
      Enrolment.Answer two = server.enrol("Poste 2");
      TestStaff staff = server.admin();
      ZonedDateTime soon = nextQuarter(server);
      String workshop = plan(staff, soon.toLocalDate(), soon.toLocalTime().toString(), one, two);
      SessionId atOne;
      SessionId atTwo;
      try (TestLink linkOne = server.connectLocked(one, 1);
          TestLink linkTwo = server.connectLocked(two, 1)) {
        openTogether(server, staff, workshop);
        atOne = begin(linkOne);
        atTwo = linkTwo.await(Command.Unlock.class).session();
        server.kill();
      }

      server.startAgain();
      Report endedOne = ended(atOne);
      Report endedTwo = ended(atTwo);
      try (TestLink linkOne = server.connect(one, StationStateName.IN_SESSION, atOne, 1);
          TestLink linkTwo = server.connect(two, StationStateName.IN_SESSION, atTwo, 1)) {
        linkTwo.report(new Report.SessionStarted(ReportId.random(), atTwo, Instant.now()));
        linkOne.report(endedOne);
        // The other's end is on its way: counted or not, nobody has said so.
        linkTwo.send(endedTwo);
        server.kill();
      }

      server.startAgain();
      try (TestLink linkOne = server.connect(one, StationStateName.LOCKED, null, 1);
          TestLink linkTwo = server.connect(two, StationStateName.LOCKED, null, 1)) {
        linkOne.report(endedOne);
        linkTwo.report(endedTwo);
        linkTwo.report(endedTwo);
      }
      assertThat(server.counted("WORKSHOPS")).isEqualTo("1");
      assertThat(server.counted("WORKSHOP_VISITS")).isEqualTo("2");
      assertThat(server.counted("VISITS")).isEqualTo("2");
      assertThat(server.rows("SELECT state FROM workshop_date ORDER BY starts_at LIMIT 2"))
          .containsExactly("HELD", "PLANNED");
      assertThat(server.rows("SELECT id FROM workshop_date")).hasSize(WEEKS);
      assertThat(server.rows(HALF_PLANNED)).isEmpty();
    }
  }

  private static final String HALF_PLANNED =
      """
      SELECT id FROM workshop_date WHERE state = 'PLANNED' AND 2 <>
        (SELECT count(*) FROM workshop_seat AS seat JOIN booking ON booking.id = seat.booking
         WHERE seat.workshop_date = workshop_date.id AND booking.state = 'HELD')\
      """;

  private static final String SEATS_OF_NO_WORKSHOP =
      """
      SELECT id FROM booking
      WHERE kind = 'WORKSHOP' AND id NOT IN (SELECT booking FROM workshop_seat)\
      """;

  private static final String HELD_THOUGH_CANCELLED =
      """
      SELECT booking.id FROM booking JOIN workshop_seat AS seat ON seat.booking = booking.id
      JOIN workshop_date ON workshop_date.id = seat.workshop_date
      WHERE workshop_date.state = 'CANCELLED' AND booking.state = 'HELD'\
      """;

  private static final String BOOKINGS_WITH_OTHER_CELLS =
      """
      SELECT id FROM booking
      WHERE (SELECT count(*) FROM booking_cell WHERE booking = booking.id)
            <> iif(state IN ('HELD', 'BEGUN'), (ends_at - starts_at) / 900, 0)\
      """;

  /** What goes on until the server is not there to answer. */
  @FunctionalInterface
  private interface Burst {
    void run() throws Exception;
  }

  private static Runnable untilTheServerIsGone(Burst burst) {
    return () -> {
      try {
        burst.run();
      } catch (Exception e) {
        // The server is gone: what this test waits for.
      }
    };
  }

  private static void planAndCancelEverySecond(
      MortalServer server, TestStaff staff, List<Enrolment.Answer> stations, CountDownLatch planned)
      throws Exception {
    LocalDate tomorrow = LocalDate.now(server.zone()).plusDays(1);
    for (int i = 0; ; i++) {
      String start = "%02d:00".formatted(9 + i / 7 % 6);
      String workshop =
          plan(staff, tomorrow.plusDays(i % 7), start, stations.get(0), stations.get(1));
      planned.countDown();
      if (i % 2 == 1) {
        staff.submit("/workshops/new", "/workshops/" + workshop + "/cancel", Map.of());
      }
    }
  }

  private static void joinOneAfterTheOther(
      MortalServer server,
      List<Enrolment.Answer> stations,
      ConcurrentLinkedQueue<String> line,
      CountDownLatch joined)
      throws Exception {
    for (int i = 0; i < MOST_JOINED; i++) {
      Queueing.Joined got =
          server.ask(
              stations.get(i % 2),
              Protocol.QUEUE_PATH,
              new Queueing.Join(UUID.randomUUID(), Set.of(), Duration.ofHours(1), Language.FRENCH),
              Queueing.Joined.class);
      line.add(got.ticket().pictogram() + " " + got.ticket().colour());
      joined.countDown();
    }
  }

  /** Plans every week as a mediator does, and says which workshop it is. */
  private static String plan(
      TestStaff staff, LocalDate first, String start, Enrolment.Answer one, Enrolment.Answer two) {
    String id = UUID.randomUUID().toString();
    String form =
        TestStaff.encoded(
                Map.of(
                    "csrf",
                    staff.token("/workshops/new"),
                    "id",
                    id,
                    "title",
                    "Premiers pas",
                    "level",
                    "DEBUTANT",
                    "theme",
                    "EMAIL",
                    "date",
                    first.toString(),
                    "start",
                    start,
                    "minutes",
                    "60",
                    "weeks",
                    String.valueOf(WEEKS)))
            + "&station="
            + one.station()
            + "&station="
            + two.station();
    String looked = staff.postEncoded("/workshops/check", form).body();
    Matcher checked = CHECKED.matcher(looked);
    assertThat(checked.find()).isTrue();
    HttpResponse<String> kept =
        staff.postEncoded(
            "/workshops",
            form + "&checked=" + URLEncoder.encode(checked.group(1), StandardCharsets.UTF_8));
    assertThat(kept.statusCode()).isEqualTo(303);
    return id;
  }

  /** Opens the date that begins now, as soon as it may be. */
  private static void openTogether(MortalServer server, TestStaff staff, String workshop)
      throws Exception {
    String date = server.rows("SELECT id FROM workshop_date ORDER BY starts_at LIMIT 1").getFirst();
    String page = "/workshops/" + workshop;
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                staff
                        .submit(
                            page, page + "/dates/" + date + "/open", Map.of("language", "FRENCH"))
                        .statusCode()
                    == 303);
  }

  /** Far enough from now to be planned, near enough to be opened. */
  private static ZonedDateTime nextQuarter(MortalServer server) {
    long quarter = Duration.ofMinutes(15).toSeconds();
    long soon = Instant.now().plusSeconds(15).getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(soon, quarter) * quarter).atZone(server.zone());
  }

  private static SessionId begin(TestLink link) {
    Command.Unlock unlock = link.await(Command.Unlock.class);
    link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
    link.report(new Report.SessionStarted(ReportId.random(), unlock.session(), Instant.now()));
    return unlock.session();
  }

  private static Report ended(SessionId session) {
    return new Report.SessionEnded(
        ReportId.random(), session, EndReason.VISITOR, Instant.now().minus(USED), USED, Set.of());
  }

  private static List<String> waiting(MortalServer server) throws Exception {
    return server.rows(
        """
        SELECT pictogram || ' ' || colour FROM booking WHERE state = 'WAITING'
        ORDER BY queued_at, rowid\
        """);
  }
}
