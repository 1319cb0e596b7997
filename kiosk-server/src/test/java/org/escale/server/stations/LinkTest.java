package org.escale.server.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Hello;
import org.escale.protocol.Language;
import org.escale.protocol.Pictogram;
import org.escale.protocol.Protocol;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Report;
import org.escale.protocol.ReportAck;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketProof;
import org.escale.protocol.Welcome;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.escale.server.stations.link.LinkTimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkTest {

  private static final LinkTimes IMPATIENT =
      new LinkTimes(
          Duration.ofMillis(200),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20));

  private final TestServer server = TestServer.start(IMPATIENT);
  private final Enrolment.Answer station = server.enrol("Poste 1");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aStationThatSaysHelloIsWelcomed() {
    try (TestLink link = TestLink.open(server, station)) {
      link.send(TestLink.hello(StationStateName.WIPING, 0));
      Welcome welcome = link.await(Welcome.class);

      assertThat(welcome.version()).isEqualTo(1);
      assertThat(welcome.stationName()).isEqualTo("Poste 1");
      assertThat(welcome.centreName()).isEqualTo("Espace Test");
      assertThat(snapshot().connected()).isTrue();
      assertThat(snapshot().state()).isEqualTo(StationStateName.WIPING);
    }
    await().untilAsserted(() -> assertThat(snapshot().connected()).isFalse());
  }

  @Test
  void aWrongSecretOpensNoLink() {
    assertThat(TestLink.refusal(server, "Bearer wrong")).isEqualTo(401);
    assertThat(TestLink.refusal(server, "Basic " + station.secret())).isEqualTo(401);
  }

  @Test
  void aMalformedFrameEndsTheLink() {
    assertGoodbyeTo("{\"type\":", Goodbye.Reason.MALFORMED_FRAME);
  }

  @Test
  void nullEndsTheLink() {
    assertGoodbyeTo("null", Goodbye.Reason.MALFORMED_FRAME);
  }

  @Test
  void anUnknownTypeEndsTheLink() {
    assertGoodbyeTo("{\"type\":\"Gossip\"}", Goodbye.Reason.UNKNOWN_TYPE);
  }

  @Test
  void aFrameOfTheServerEndsTheLink() {
    assertGoodbyeTo(
        "{\"type\":\"Goodbye\",\"reason\":\"SERVER_STOPPING\"}", Goodbye.Reason.UNKNOWN_TYPE);
  }

  @Test
  void anOversizedFrameEndsTheLink() {
    assertGoodbyeTo(
        "\"" + "x".repeat(Protocol.MAX_FRAME_BYTES) + "\"", Goodbye.Reason.FRAME_TOO_LARGE);
  }

  @Test
  void aHugeFrameEndsTheLink() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.sendUntilRefused("x".repeat(5_000_000));

      assertThat(link.await(Goodbye.class).reason()).isEqualTo(Goodbye.Reason.FRAME_TOO_LARGE);
      link.awaitClosed();
    }
  }

  @Test
  void aFrameTooLongInBytesEndsTheLink() {
    assertGoodbyeTo(
        "\"" + "é".repeat(Protocol.MAX_FRAME_BYTES / 2) + "\"", Goodbye.Reason.FRAME_TOO_LARGE);
  }

  @Test
  void aBinaryFrameEndsTheLink() {
    try (TestLink link = TestLink.open(server, station)) {
      link.sendBinary(new byte[] {1, 2, 3});

      assertThat(link.await(Goodbye.class).reason()).isEqualTo(Goodbye.Reason.MALFORMED_FRAME);
      link.awaitClosed();
    }
  }

  @Test
  void aReportBeforeHelloEndsTheLink() {
    try (TestLink link = TestLink.open(server, station)) {
      link.send(state(StationStateName.LOCKED));

      assertThat(link.await(Goodbye.class).reason()).isEqualTo(Goodbye.Reason.HELLO_EXPECTED);
      link.awaitClosed();
    }
  }

  @Test
  void aStationWithoutACommonVersionIsSentAway() {
    try (TestLink link = TestLink.open(server, station)) {
      link.send(new Hello(2, 3, "9.0.0", StationStateName.LOCKED, null, 0, true));

      assertThat(link.await(Goodbye.class).reason()).isEqualTo(Goodbye.Reason.NO_COMMON_VERSION);
      link.awaitClosed();
    }
  }

  @Test
  void aNewerLinkReplacesTheOlderOne() {
    try (TestLink older = TestLink.locked(server, station, 0);
        TestLink newer = TestLink.locked(server, station, 0)) {
      assertThat(older.await(Goodbye.class).reason())
          .isEqualTo(Goodbye.Reason.REPLACED_BY_NEWER_LINK);
      older.awaitClosed();

      newer.report(state(StationStateName.WIPING));
      assertThat(snapshot().connected()).isTrue();
    }
  }

  @Test
  void aSilentStationIsTakenForDead() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.fallSilent();

      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(snapshot().connected()).isFalse());
    }
  }

  @Test
  void aStationThatAnswersPingsStaysConnected() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      await()
          .pollDelay(IMPATIENT.deadAfter().plusSeconds(2))
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(snapshot().connected()).isTrue());
      assertThat(link.isClosed()).isFalse();
    }
  }

  @Test
  void aReportIsAcknowledgedOnceItIsStored() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.report(state(StationStateName.OUT_OF_SERVICE));
    }
    server.restart();

    assertThat(snapshot().state()).isEqualTo(StationStateName.OUT_OF_SERVICE);
    assertThat(snapshot().connected()).isFalse();
  }

  @Test
  void aReportThatCannotBeStoredIsNotAcknowledgedAndComesAgain() {
    AtomicBoolean broken = new AtomicBoolean(true);
    List<ReportId> taken = new CopyOnWriteArrayList<>();
    server
        .reportListeners()
        .add(
            (_, report) -> {
              if (broken.get()) {
                throw new IllegalStateException("disk full");
              }
              taken.add(report.id());
            });
    Report report = state(StationStateName.WIPING);

    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.send(report);
      link.awaitClosed();
      assertThat(link.received()).noneMatch(ReportAck.class::isInstance);
    }
    broken.set(false);
    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.report(report);
    }

    assertThat(taken).containsExactly(report.id());
  }

  @Test
  void aResentReportChangesNothing() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      Report first = state(StationStateName.WIPING);
      link.report(first);
      link.report(state(StationStateName.LOCKED));
      link.report(first);

      assertThat(snapshot().state()).isEqualTo(StationStateName.LOCKED);
    }
  }

  @Test
  void aCommandIsDoneWhenTheStationSaysSo() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      Command.Wipe wipe = new Command.Wipe(CommandId.random(), WipeOrderId.random());
      CompletableFuture<CommandEnd> end = server.links().send(station.station(), wipe);
      assertThat(link.await(Command.Wipe.class)).isEqualTo(wipe);
      assertThat(end).isNotDone();

      link.report(
          new Report.CommandResult(ReportId.random(), wipe.id(), CommandOutcome.REFUSED_BUSY));

      assertThat(end.join()).isEqualTo(new CommandEnd.Answered(CommandOutcome.REFUSED_BUSY));
    }
  }

  @Test
  void anUnansweredCommandIsResentWithTheSameIdWhenTheLinkComesBack() {
    Command.End ending = new Command.End(CommandId.random(), SessionId.random());
    CompletableFuture<CommandEnd> end;
    try (TestLink link = TestLink.locked(server, station, 0)) {
      end = server.links().send(station.station(), ending);
      assertThat(link.await(Command.End.class)).isEqualTo(ending);
    }
    try (TestLink link = TestLink.locked(server, station, 0)) {
      assertThat(link.await(Command.End.class)).isEqualTo(ending);
      link.report(new Report.CommandResult(ReportId.random(), ending.id(), CommandOutcome.DONE));
    }

    assertThat(end.join().done()).isTrue();
  }

  @Test
  void theSameCommandAgainIsSentOnceAndEndsOnceForBoth() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      Command.Unlock unlock = unlock(SessionId.random());
      CompletableFuture<CommandEnd> first = server.links().send(station.station(), unlock);
      CompletableFuture<CommandEnd> second = server.links().send(station.station(), unlock);
      link.await(Command.Unlock.class);

      link.report(
          new Report.CommandResult(
              ReportId.random(), unlock.id(), CommandOutcome.REFUSED_NOT_CLEAN));

      assertThat(second).isSameAs(first);
      assertThat(first.join()).isEqualTo(new CommandEnd.Answered(CommandOutcome.REFUSED_NOT_CLEAN));
      assertThat(link.received()).noneMatch(Command.Unlock.class::isInstance);
      assertThat(snapshot().unlocking()).isFalse();
    }
  }

  @Test
  void anUnlockForAStationThatIsNotConnectedEndsAtOnce() {
    assertThat(server.links().send(station.station(), unlock(SessionId.random())))
        .isCompletedWithValue(new CommandEnd.NotConnected());
  }

  @Test
  void anUnlockThatIsNotConfirmedFailsAndIsNeverResent() {
    CompletableFuture<CommandEnd> end;
    try (TestLink link = TestLink.locked(server, station, 0)) {
      end = server.links().send(station.station(), unlock(SessionId.random()));
      link.await(Command.Unlock.class);
      assertThat(StationReadiness.of(snapshot())).isEqualTo(StationReadiness.BUSY);
      assertThat(end.join()).isEqualTo(new CommandEnd.NotConfirmed());
      assertThat(snapshot().unlocking()).isFalse();
    }
    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.report(state(StationStateName.LOCKED));
      assertThat(link.received()).noneMatch(Command.Unlock.class::isInstance);
    }
  }

  @Test
  void aStationIsOfferedOnlyWithAReceiptNewerThanItsLastSession() {
    SessionId session = SessionId.random();
    try (TestLink link = TestLink.locked(server, station, 1)) {
      assertThat(readiness()).isEqualTo(StationReadiness.NOT_CLEAN);
      link.report(wiped(1, 0));
      assertThat(readiness()).isEqualTo(StationReadiness.READY);

      Command.Unlock unlock = unlock(session);
      var _ = server.links().send(station.station(), unlock);
      link.await(Command.Unlock.class);
      link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
      assertThat(readiness()).isEqualTo(StationReadiness.NOT_CLEAN);

      link.report(state(StationStateName.LOCKED));
      assertThat(readiness()).isEqualTo(StationReadiness.NOT_CLEAN);
      link.report(wiped(2, 1));
      assertThat(readiness()).isEqualTo(StationReadiness.NOT_CLEAN);
      link.report(wiped(3, 0));
      assertThat(readiness()).isEqualTo(StationReadiness.READY);
    }
    assertThat(readiness()).isEqualTo(StationReadiness.NOT_CONNECTED);
  }

  @Test
  void aStationWithNothingOnItsScreenIsNotOffered() {
    try (TestLink link = TestLink.locked(server, station, 1)) {
      link.report(wiped(1, 0));
      assertThat(readiness()).isEqualTo(StationReadiness.READY);

      link.report(locked(false));
      assertThat(readiness()).isEqualTo(StationReadiness.NO_SCREEN);
      link.report(locked(true));
      assertThat(readiness()).isEqualTo(StationReadiness.READY);
    }
    try (TestLink link = TestLink.open(server, station)) {
      link.send(new Hello(1, 1, "0.1.0", StationStateName.LOCKED, null, 1, false));
      link.await(Welcome.class);
      assertThat(readiness()).isEqualTo(StationReadiness.NO_SCREEN);
    }
  }

  private static Report locked(boolean shellThere) {
    return new Report.StateChanged(
        ReportId.random(), StationStateName.LOCKED, null, null, null, false, false, shellThere);
  }

  @Test
  void aReceiptThatHasNotArrivedYetIsWaitedFor() {
    try (TestLink link = TestLink.locked(server, station, 1)) {
      link.report(wiped(1, 0));
    }
    try (TestLink link = TestLink.locked(server, station, 2)) {
      assertThat(readiness()).isEqualTo(StationReadiness.NOT_CLEAN);
      link.report(wiped(2, 0));
      assertThat(readiness()).isEqualTo(StationReadiness.READY);
    }
  }

  @Test
  void aStoppingServerSaysGoodbye() {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      server.restart();

      assertThat(link.await(Goodbye.class).reason()).isEqualTo(Goodbye.Reason.SERVER_STOPPING);
    }
  }

  private void assertGoodbyeTo(String text, Goodbye.Reason reason) {
    try (TestLink link = TestLink.locked(server, station, 0)) {
      link.send(text);

      assertThat(link.await(Goodbye.class).reason()).isEqualTo(reason);
      link.awaitClosed();
    }
    await().untilAsserted(() -> assertThat(snapshot().connected()).isFalse());
  }

  private StationSnapshot snapshot() {
    return server.room().snapshot(station.station()).orElseThrow();
  }

  private StationReadiness readiness() {
    return StationReadiness.of(snapshotWhenQuiet());
  }

  /** Once the link's end, if any, has been noticed and no unlock is under way. */
  private StationSnapshot snapshotWhenQuiet() {
    await().until(() -> !snapshot().unlocking());
    return snapshot();
  }

  private static Report state(StationStateName state) {
    return new Report.StateChanged(ReportId.random(), state, null, null, null, false, false, true);
  }

  private static Report wiped(long number, int residue) {
    return new Report.Wiped(
        ReportId.random(),
        new WipeReceipt(
            WipeOrderId.random(),
            null,
            number,
            Map.of(WipeItem.PROCESSES, 3),
            residue,
            Map.of(),
            Map.of(WipePhase.BURST, Duration.ofMillis(20)),
            "0.1.0",
            Instant.EPOCH,
            null));
  }

  private static Command.Unlock unlock(SessionId session) {
    return new Command.Unlock(
        CommandId.random(),
        session,
        Duration.ofMinutes(60),
        Language.FRENCH,
        WipeOrderId.random(),
        new PublicTicket(Pictogram.TREE, TicketColour.BLUE),
        new TicketProof("c2FsdA==", "aGFzaA=="),
        null);
  }
}
