package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.SlipPage;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.journal.Journal;
import org.escale.client.journal.JournalException;
import org.escale.client.link.MembershipFile;
import org.escale.client.link.TestAuthority;
import org.escale.client.link.TestLinkServer;
import org.escale.client.station.BootTime;
import org.escale.client.station.Emergency;
import org.escale.client.station.Outside;
import org.escale.client.station.Remembered;
import org.escale.client.station.Samples;
import org.escale.client.station.Saving;
import org.escale.client.station.Stick;
import org.escale.client.station.port.ShellHost;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Hello;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole agent on a real journal, socket and link; only the machine under it is a fake. */
class AgentTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path dir;
  private final FakeVisitSpace space = new FakeVisitSpace();
  private final FakeSlipPrinter slips = new FakeSlipPrinter();
  private final AtomicInteger shellStarts = new AtomicInteger();
  private final Queue<ToShell> shown = new ConcurrentLinkedQueue<>();
  private final TestLinkServer server;
  private Thread agent = new Thread();

  AgentTest() throws Exception {
    server = new TestLinkServer(new TestAuthority());
  }

  @BeforeEach
  void enrol() throws Exception {
    new MembershipFile(dir.resolve("membership")).write(server.membership());
  }

  @AfterEach
  void stop() throws Exception {
    stopAgent();
    server.close();
  }

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
  void refusesCodesThatAreNone() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitScreen(Screen.Welcome.class);

      shell.send(new FromShell.TypeCode("12"));

      awaitRefusal(RefusalReason.CODE_UNKNOWN);
    }
  }

  @Test
  void takesPrintedCodesOnlyWhileTheServerIsAway() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitFree();
      awaitSheet();

      shell.send(new FromShell.TypeCode(Samples.CODES.getFirst().digits()));

      awaitRefusal(RefusalReason.CODE_ONLY_WITHOUT_SERVER);
      server.cutOff();
      await()
          .untilAsserted(
              () ->
                  assertThat(server.hellos)
                      .last()
                      .extracting(Hello::emergencySheet)
                      .isEqualTo(Samples.SHEET.id()));
    }
  }

  @Test
  void aPrintedCodeIsSpentOnDiskBeforeItOpensAndForEver() throws Exception {
    AtomicReference<@Nullable Remembered> atOpening = new AtomicReference<>();
    space.whenOpening = () -> atOpening.set(remembered());
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitFree();
      awaitSheet();
      goAway();
      shell.send(new FromShell.TypeCode(Samples.CODES.getFirst().digits()));
      awaitScreen(Screen.Session.class);
    }
    stopAgent();
    assertThat(atOpening.get())
        .extracting(Remembered::emergency)
        .isEqualTo(new Emergency.Kept(Samples.SHEET, Set.of(1), 0));
    assertThat(Files.readString(dir.resolve("journal.db"), StandardCharsets.ISO_8859_1))
        .doesNotContain(Samples.CODES.getFirst().digits());

    startAgent();
    try (AgentConnection shell = connect()) {
      awaitScreen(Screen.Welcome.class);
      shell.send(new FromShell.TypeCode(Samples.CODES.getFirst().digits()));

      awaitRefusal(RefusalReason.CODE_NO_LONGER_VALID);
    }
  }

  @Test
  void tellsTheServerOfAPrintedCodeAndItsVisitWhenItIsBack() throws Exception {
    startAgent();
    try (AgentConnection shell = connect()) {
      awaitFree();
      awaitSheet();
      goAway();
      shell.send(new FromShell.TypeCode(Samples.CODES.getLast().digits()));
      awaitScreen(Screen.Session.class);
      shell.send(new FromShell.End());
      awaitScreen(Screen.Ending.class);
      shell.send(new FromShell.Leave());
      awaitScreen(Screen.Welcome.class);

      server.away = false;
      awaitReport(Report.EmergencyCodeUsed.class);
    }
    SessionId session =
        server.reports.stream()
            .filter(Report.EmergencyCodeUsed.class::isInstance)
            .map(report -> ((Report.EmergencyCodeUsed) report).session())
            .findFirst()
            .orElseThrow();
    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .filteredOn(report -> isAbout(report, session))
                    .extracting(report -> report.getClass().getSimpleName())
                    .containsExactly(
                        "EmergencyCodeUsed", "SessionStarted", "SessionEnded", "Wiped"));
  }

  private static boolean isAbout(Report report, SessionId session) {
    return switch (report) {
      case Report.EmergencyCodeUsed used -> used.session().equals(session);
      case Report.SessionStarted started -> started.session().equals(session);
      case Report.SessionEnded ended -> ended.session().equals(session);
      case Report.Wiped wiped -> session.equals(wiped.receipt().session());
      case Report.StateChanged _,
          Report.HelpAsked _,
          Report.HelpCancelled _,
          Report.CommandResult _ ->
          false;
    };
  }

  private void awaitSheet() {
    Command.EmergencyCodes codes = new Command.EmergencyCodes(CommandId.random(), Samples.SHEET);
    server.tell(codes);
    awaitAnswer(codes.id(), CommandOutcome.DONE);
  }

  private void goAway() {
    server.away = true;
    server.cutOff();
    await()
        .untilAsserted(
            () ->
                assertThat(shown.stream().filter(ToShell.About.class::isInstance).toList())
                    .last()
                    .isInstanceOfSatisfying(
                        ToShell.About.class, about -> assertThat(about.connected()).isFalse()));
  }

  private Remembered remembered() {
    try (Journal journal = Journal.open(dir.resolve("journal.db"))) {
      return journal.remembered();
    } catch (JournalException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitRefusal(RefusalReason reason) {
    await().untilAsserted(() -> assertThat(shown).contains(new ToShell.Refused(reason)));
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

  /** Free, proven clean, and the server knows it. */
  private void awaitFree() {
    awaitScreen(Screen.Welcome.class);
    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .anyMatch(
                        report ->
                            report instanceof Report.StateChanged changed
                                && changed.state() == StationStateName.LOCKED));
  }

  private void beginVisit() {
    awaitFree();
    server.tell(Samples.unlock(Samples.SESSION, HOUR));
    awaitScreen(Screen.Session.class);
  }

  private void startAgent() throws Exception {
    AgentConfig config = AgentConfig.read(settings());
    UserPrincipal user =
        FileSystems.getDefault()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name"));
    Machine machine =
        new Machine(
            space,
            new EndingShell(shellStarts),
            slips,
            () -> new BootTime(Duration.ofNanos(System.nanoTime())),
            user,
            sites -> {},
            true);
    AgentAssembly assembly = new AgentAssembly(config, machine, "test");
    agent =
        new Thread(
            () -> {
              try {
                assembly.run();
              } catch (CannotStartException e) {
                throw new IllegalStateException(e);
              }
            });
    agent.start();
  }

  private Path settings() throws Exception {
    return Files.writeString(
        dir.resolve("agent.properties"),
        """
        state-dir = %1$s
        run-dir = %1$s/run
        shell.command = none
        """
            .formatted(dir));
  }

  private void stopAgent() throws InterruptedException {
    agent.interrupt();
    agent.join();
  }

  private AgentConnection connect() {
    shown.clear();
    ShellScreen screen = new ShellScreen(shown);
    AgentConnection connection =
        new AgentConnection(dir.resolve("run/shell.sock"), Runnable::run, screen);
    screen.answerOn(connection);
    connection.start();
    return connection;
  }

  private void awaitScreen(Class<? extends Screen> kind) {
    await()
        .untilAsserted(
            () ->
                assertThat(shown.stream().filter(Screen.class::isInstance).toList())
                    .last()
                    .isInstanceOf(kind));
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

  private void awaitReport(Class<? extends Report> kind) {
    await().untilAsserted(() -> assertThat(server.reports).hasAtLeastOneElementOfType(kind));
  }

  private void awaitAnswer(CommandId command, CommandOutcome outcome) {
    await()
        .untilAsserted(
            () ->
                assertThat(server.reports)
                    .anyMatch(
                        report ->
                            report instanceof Report.CommandResult result
                                && result.command().equals(command)
                                && result.outcome() == outcome));
  }

  /** A shell's program that ends as soon as it is started. */
  private record EndingShell(AtomicInteger starts) implements ShellHost {

    @Override
    public void start(Runnable whenEnded) {
      starts.incrementAndGet();
      whenEnded.run();
    }

    @Override
    public void stop() {}
  }
}
