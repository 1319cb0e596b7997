package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Queueing;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server is killed while visitors wait and are called: nobody loses her place. */
class WaitingCrashTest {

  private static final Duration USED = Duration.ofMinutes(3);

  @TempDir Path dir;

  @Test
  void whoWaitsKeepsHerPlaceAndWhoIsCalledKeepsAStation() throws Exception {
    try (MortalServer server = MortalServer.start(dir)) {
      Enrolment.Answer one = server.enrol("Poste 1");
      Enrolment.Answer two = server.enrol("Poste 2");
      List<UUID> requests = new ArrayList<>();
      List<Queueing.Joined> line = new ArrayList<>();
      SessionId atOne;
      SessionId atTwo;
      try (TestLink linkOne = server.connectLocked(one, 1);
          TestLink linkTwo = server.connectLocked(two, 1)) {
        atOne = visit(server, one, linkOne);
        atTwo = visit(server, two, linkTwo);
        for (int i = 0; i < 5; i++) {
          requests.add(UUID.randomUUID());
          line.add(join(server, one, requests.getLast()));
        }
        server.kill();
      }

      server.startAgain();
      for (int i = 0; i < line.size(); i++) {
        assertThat(place(server, one, line.get(i))).isEqualTo(i + 1);
        // Asked again, because the answer may have been lost: the same ticket, with new digits.
        Queueing.Joined again = join(server, one, requests.get(i));
        assertThat(again.ticket()).isEqualTo(line.set(i, again).ticket());
      }
      assertThat(server.rows("SELECT id FROM booking WHERE state = 'WAITING'")).hasSize(5);

      try (TestLink linkOne = server.connect(one, StationStateName.IN_SESSION, atOne, 1);
          TestLink linkTwo = server.connect(two, StationStateName.IN_SESSION, atTwo, 1)) {
        end(linkOne, atOne);
        assertThat(heldAt(linkOne)).isEqualTo(line.get(0).ticket());
        // The second station is free, and the server dies before or while it calls anybody to it.
        end(linkTwo, atTwo);
        server.kill();
      }

      server.startAgain();
      // Called still, or waiting again at the head while the stations are not back.
      assertThat(waiting(server)).isSubsetOf(tickets(line));
      assertThat(stationsHeldTwice(server)).isEmpty();
      try (TestLink linkOne = server.connect(one, StationStateName.LOCKED, null, 2);
          TestLink linkTwo = server.connect(two, StationStateName.LOCKED, null, 2)) {
        Set<PublicTicket> held = Set.of(heldAt(linkOne), heldAt(linkTwo));
        assertThat(held).containsExactlyInAnyOrder(line.get(0).ticket(), line.get(1).ticket());
        assertThat(waiting(server)).isEqualTo(tickets(line.subList(2, 5)));
        for (int i = 2; i < line.size(); i++) {
          assertThat(place(server, one, line.get(i))).isEqualTo(i - 1);
        }
        assertThat(stationsHeldTwice(server)).isEmpty();
        assertThat(server.counted("VISITS")).isEqualTo("2");
      }
    }
  }

  private static SessionId visit(MortalServer server, Enrolment.Answer station, TestLink link)
      throws Exception {
    Visits.TakeNow wish = new Visits.TakeNow(UUID.randomUUID(), Language.FRENCH);
    await().until(() -> server.ask(station, Protocol.WALK_INS_PATH, wish).statusCode() == 200);
    Command.Unlock unlock = link.await(Command.Unlock.class);
    SessionId session = unlock.session();
    link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
    link.report(new Report.SessionStarted(ReportId.random(), session, Instant.now()));
    link.report(MortalServer.state(StationStateName.IN_SESSION, session));
    return session;
  }

  private static void end(TestLink link, SessionId session) {
    link.report(
        new Report.SessionEnded(
            ReportId.random(),
            session,
            EndReason.VISITOR,
            Instant.now().minus(USED),
            USED,
            Set.of()));
    link.report(UnlockCrashTest.wiped(WipeOrderId.random(), session, 2));
    link.report(MortalServer.state(StationStateName.LOCKED, null));
  }

  private static Queueing.Joined join(MortalServer server, Enrolment.Answer asker, UUID request)
      throws Exception {
    return server.ask(
        asker,
        Protocol.QUEUE_PATH,
        new Queueing.Join(request, Set.of(), Duration.ofHours(1), Language.FRENCH),
        Queueing.Joined.class);
  }

  /** Where this ticket stands, as its holder is told. */
  private static int place(MortalServer server, Enrolment.Answer asker, Queueing.Joined ticket)
      throws Exception {
    Tickets.Seen seen =
        server.ask(
            asker,
            Protocol.TICKET_SHOW_PATH,
            new Tickets.Show(ticket.ticket(), ticket.secret()),
            Tickets.Seen.class);
    return Objects.requireNonNull(seen.waiting(), "does not wait").position();
  }

  /** The last ticket that this station is told of is the one that it keeps. */
  private static PublicTicket heldAt(TestLink link) {
    @Nullable PublicTicket held = null;
    while (held == null) {
      held = link.await(Command.Hold.class).ticket();
    }
    return held;
  }

  private static List<String> tickets(List<Queueing.Joined> line) {
    return line.stream().map(Queueing.Joined::ticket).map(WaitingCrashTest::text).toList();
  }

  private static List<String> waiting(MortalServer server) throws Exception {
    return server.rows(
        """
        SELECT pictogram || ' ' || colour FROM booking WHERE state = 'WAITING'
        ORDER BY queued_at, rowid\
        """);
  }

  private static String text(PublicTicket ticket) {
    return ticket.pictogram() + " " + ticket.colour();
  }

  private static List<String> stationsHeldTwice(MortalServer server) throws Exception {
    return server.rows(
        """
        SELECT station FROM booking WHERE state IN ('HELD', 'BEGUN')
        GROUP BY station HAVING count(*) > 1\
        """);
  }
}
