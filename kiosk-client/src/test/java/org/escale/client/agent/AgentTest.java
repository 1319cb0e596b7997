package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.SlipPage;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.station.Outside;
import org.escale.client.station.Samples;
import org.escale.client.station.Saving;
import org.escale.client.station.Stick;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.StationStateName;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the whole agent does with visits, its server and its shell. */
class AgentTest extends AgentInATest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void livesThroughAVisit() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitFree();
      Command.Unlock unlock = Samples.unlock(Samples.SESSION, HOUR);
      server.tell(unlock);
      awaitScreen(Screen.Session.class);
      awaitAnswer(unlock.id(), CommandOutcome.DONE);

      shell.send(new FromShell.AskHelp(HelpReason.PRINT));
      awaitReport(Report.HelpAsked.class);
      shell.send(new FromShell.Hide());
      awaitScreen(Screen.Hidden.class);
      shell.send(new FromShell.Reveal(Samples.SECRET));
      awaitScreen(Screen.Session.class);
      shell.send(new FromShell.End());
      awaitScreen(Screen.Ending.class);
      shell.send(new FromShell.Leave());
      awaitScreen(Screen.Welcome.class);

      await()
          .untilAsserted(
              () ->
                  assertThat(server.reports)
                      .anyMatch(
                          report ->
                              report instanceof Report.Wiped wiped
                                  && wiped.receipt().order().equals(Samples.ORDER)
                                  && wiped.receipt().clean()));
      assertThat(space.done)
          .containsExactly("erase", "open " + Samples.SESSION, "cover", "uncover", "erase");
    }
  }

  @Test
  void showsTheDigitsUntilNotedAndWritesThemNowhere() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      beginVisit();
      awaitDigits(Samples.SECRET);

      shell.send(new FromShell.Noted());

      awaitDigits(null);
    }
    stopAgent();
    try (var files = Files.walk(dir)) {
      assertThat(files.filter(Files::isRegularFile))
          .isNotEmpty()
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                      .doesNotContain('"' + Samples.SECRET.digits() + '"'));
    }
  }

  @Test
  void shortensAVisitWhenTheCentreClosesEarlyAndSaysSo() throws Exception {
    startAgent();
    try (AgentConnection _ = connect()) {
      beginVisit();
      Command.Shorten shorten =
          new Command.Shorten(CommandId.random(), Samples.SESSION, Duration.ofMinutes(50));

      server.tell(shorten);

      awaitAnswer(shorten.id(), CommandOutcome.DONE);
      await()
          .untilAsserted(
              () ->
                  assertThat(shown.stream().filter(Screen.Session.class::isInstance).toList())
                      .last()
                      .isInstanceOfSatisfying(
                          Screen.Session.class,
                          session -> {
                            assertThat(session.closesEarly()).isTrue();
                            assertThat(session.remaining()).isLessThan(Duration.ofMinutes(11));
                          }));
    }
  }

  @Test
  void printsASlipThatIsAPictureAndNothingElse() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitFree();
      await()
          .untilAsserted(
              () ->
                  assertThat(shown)
                      .anyMatch(said -> said instanceof ToShell.About about && about.slips()));

      shell.send(
          new FromShell.PrintSlip(SlipPage.of("#!/bin/sh".getBytes(StandardCharsets.UTF_8))));
      await().untilAsserted(() -> assertThat(shown).contains(new ToShell.SlipTried(false)));
      shell.send(new FromShell.PrintSlip(SlipPage.of(FakeSlipPrinter.SOME_PICTURE)));

      await().untilAsserted(() -> assertThat(shown).contains(new ToShell.SlipTried(true)));
      assertThat(slips.printed).hasSize(1);
    }
  }

  @Test
  void hasNoMoreTimeToGiveWhereNobodyIsInSession() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitFree();

      shell.send(new FromShell.MoreTime());

      await()
          .untilAsserted(
              () -> assertThat(shown).contains(new ToShell.Refused(RefusalReason.SESSION_OVER)));
    }
  }

  @Test
  void endsAndErasesAVisitWhoseProgramsDied() throws Exception {
    startAgent();
    try (AgentConnection _ = connect()) {
      beginVisit();

      space.lose(Samples.SESSION);

      awaitScreen(Screen.Welcome.class);
      await()
          .untilAsserted(
              () ->
                  assertThat(server.reports)
                      .anyMatch(
                          report ->
                              report instanceof Report.SessionEnded ended
                                  && ended.reason() == EndReason.FAILURE));
      assertThat(space.done).endsWith("erase");
    }
  }

  @Test
  void startsWithAWipeAndTellsTheServerInOrder() throws Exception {
    startAgent();

    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .extracting(report -> report.getClass().getSimpleName())
                    .startsWith("StateChanged", "Wiped", "StateChanged"));
  }

  @Test
  void answersARepeatedCommandTheSameWayAndDoesItOnce() throws Exception {
    startAgent();
    try (AgentConnection _ = connect()) {
      awaitFree();
      Command.Wipe wipe = new Command.Wipe(CommandId.random(), WipeOrderId.random());

      server.tell(wipe);
      awaitAnswer(wipe.id(), CommandOutcome.DONE);
      server.tell(wipe);

      await()
          .untilAsserted(
              () ->
                  assertThat(server.reports)
                      .filteredOn(report -> report instanceof Report.CommandResult)
                      .hasSize(2));
      assertThat(space.done).containsExactly("erase", "erase");
    }
  }

  @Test
  void coversTheVisitWhileTheShellIsAway() throws Exception {
    startAgent();
    try (AgentConnection _ = connect()) {
      beginVisit();
    }
    await().untilAsserted(() -> assertThat(space.done).endsWith("cover"));

    try (AgentConnection _ = connect()) {
      await().untilAsserted(() -> assertThat(space.done).endsWith("uncover"));
      awaitScreen(Screen.Session.class);
      assertThat(shown).contains(new ToShell.Speak(Language.FRENCH));
    }
  }

  @Test
  void tellsTheShellOfAStickAndAFullHomeWhileTheVisitorWorks() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      beginVisit();

      Stick stick = new Stick("PHOTOS", 1_000_000_000, Stick.State.READY);
      space.outside = new Outside(false, 0, 0, true, stick, Saving.NOT_BEGUN, true);
      await()
          .untilAsserted(
              () ->
                  assertThat(shown)
                      .last()
                      .isInstanceOfSatisfying(
                          Screen.Session.class,
                          session -> assertThat(session.outside()).isEqualTo(space.outside)));
      shell.send(new FromShell.OpenStick());

      await().untilAsserted(() -> assertThat(space.done).contains("open stick"));
    }
  }

  @Test
  void endsTheVisitOfAnAgentThatStoppedAndQuotesItsOrder() throws Exception {
    startAgent();
    try (AgentConnection _ = connect()) {
      beginVisit();
      server.acknowledges = false;
      stopAgent();
    }
    server.reports.clear();
    server.acknowledges = true;
    startAgent();

    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .anyMatch(
                        report ->
                            report instanceof Report.SessionEnded ended
                                && ended.reason() == EndReason.STATION_RESTARTED
                                && ended.session().equals(Samples.SESSION))
                    .anyMatch(
                        report ->
                            report instanceof Report.Wiped wiped
                                && wiped.receipt().order().equals(Samples.ORDER)));
  }

  @Test
  void sendsAgainWhatWasNotAcknowledged() throws Exception {
    server.acknowledges = false;
    startAgent();
    await().untilAsserted(() -> assertThat(server.reports).hasSize(3));
    List<Report> first = List.copyOf(server.reports);
    server.reports.clear();
    server.acknowledges = true;

    server.cutOff();

    await().untilAsserted(() -> assertThat(server.reports).containsExactlyElementsOf(first));
  }

  @Test
  void isOutOfServiceWhenItCannotBeErased() throws Exception {
    space.erasable = false;
    startAgent();
    try (AgentConnection _ = connect()) {
      awaitScreen(Screen.NotAvailable.class);

      assertThat(space.done).containsExactly("erase", "erase");
      await()
          .untilAsserted(
              () ->
                  assertThat(server.reports)
                      .anyMatch(
                          report ->
                              report instanceof Report.StateChanged changed
                                  && changed.state() == StationStateName.OUT_OF_SERVICE));
    }
  }

  @Test
  void waitsToBeEnrolledAndNoticesWhenItIs() throws Exception {
    Files.delete(dir.resolve("membership"));
    startAgent();
    try (AgentConnection _ = connect()) {
      awaitScreen(Screen.NotAvailable.class);

      enrol();

      awaitScreen(Screen.Welcome.class);
    }
  }

  @Test
  void setsAnUnreadableJournalAside() throws Exception {
    Files.writeString(dir.resolve("journal.db"), "not a journal at all, whatever anybody may say");
    startAgent();
    try (AgentConnection _ = connect()) {
      awaitScreen(Screen.Welcome.class);
    }
    try (var files = Files.list(dir)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("unreadable-"));
    }
  }

  @Test
  void startsTheShellAgainWhenItEnds() throws Exception {
    startAgent();

    await().untilAsserted(() -> assertThat(shellStarts.get()).isGreaterThan(2));
  }

  private void beginVisit() {
    awaitFree();
    server.tell(Samples.unlock(Samples.SESSION, HOUR));
    awaitScreen(Screen.Session.class);
  }

  private void awaitDigits(@Nullable TicketSecret digits) {
    await()
        .untilAsserted(
            () ->
                assertThat(shown.stream().filter(Screen.Session.class::isInstance).toList())
                    .last()
                    .isInstanceOfSatisfying(
                        Screen.Session.class,
                        session -> assertThat(session.digits()).isEqualTo(digits)));
  }
}
