package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.ipc.ToShell.Screen;
import org.escale.client.journal.Journal;
import org.escale.client.journal.JournalException;
import org.escale.client.station.Emergency;
import org.escale.client.station.Remembered;
import org.escale.client.station.Samples;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Hello;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Report;
import org.escale.protocol.SessionId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Codes that open a station, in the whole agent. */
class AgentCodesTest extends AgentInATest {

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
}
