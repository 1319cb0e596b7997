package org.escale.server.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.escale.protocol.Command;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Notice;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.CentreInATest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpDeskTest {

  private CentreInATest centre;
  private SessionId first;
  private SessionId second;

  @BeforeEach
  void open(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
    first = centre.running(centre.one);
    second = centre.running(centre.two);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void showsWhoWaitsByTicketTheLongestWaitingFirst() {
    HelpRequestId one = ask(centre.one, first, HelpReason.PRINT);
    centre.clock.step(Duration.ofMinutes(2));
    HelpRequestId two = ask(centre.two, second, HelpReason.FORGOT_PASSWORD);

    assertThat(centre.help.queue())
        .extracting(line -> line.request().id())
        .containsExactly(one, two);
    assertThat(centre.help.queue().getFirst().ticket())
        .isEqualTo(centre.openSessions.ticketOf(first).orElseThrow());
    assertThat(centre.help.queue().getFirst().request().askedAt()).isEqualTo(CentreInATest.MORNING);
  }

  @Test
  void asksOnceHoweverOftenTheReportComes() {
    Report.HelpAsked asked =
        new Report.HelpAsked(
            ReportId.random(), HelpRequestId.random(), first, HelpReason.SOMETHING_IS_BROKEN);

    centre.report(centre.one, asked);
    centre.help.take(asked.request());
    centre.report(centre.one, asked);

    assertThat(centre.help.queue())
        .singleElement()
        .extracting(line -> line.request().state())
        .isEqualTo(HelpRequest.State.TAKEN);
  }

  @Test
  void tellsTheVisitorThatHelpIsComingAndThatItIsDone() {
    HelpRequestId request = ask(centre.one, first, HelpReason.PRINT);

    assertThat(centre.help.take(request)).isPresent();
    assertThat(centre.help.take(request)).isEmpty();
    assertThat(centre.help.close(request)).isPresent();
    assertThat(centre.help.close(request)).isEmpty();

    assertThat(centre.stations.sent(Command.Message.class))
        .extracting(Command.Message::notice)
        .containsExactly(Notice.HELP_IS_COMING, Notice.HELP_DONE);
    assertThat(centre.help.queue()).isEmpty();
  }

  @Test
  void letsOnlyOneMediatorTakeACall() {
    HelpRequestId request = ask(centre.one, first, HelpReason.PRINT);

    assertThat(centre.help.take(request)).isPresent();
    assertThat(centre.help.take(request)).isEmpty();
  }

  @Test
  void dropsACallThatTheVisitorTakesBack() {
    HelpRequestId request = ask(centre.one, first, HelpReason.PRINT);

    centre.report(centre.one, new Report.HelpCancelled(ReportId.random(), request, first));

    assertThat(centre.help.queue()).isEmpty();
  }

  @Test
  void dropsTheCallsOfASessionThatEnds() {
    ask(centre.one, first, HelpReason.PRINT);
    HelpRequestId other = ask(centre.two, second, HelpReason.PRINT);

    centre.report(centre.one, centre.ended(first, Duration.ofMinutes(10)));

    assertThat(centre.help.queue()).extracting(line -> line.request().id()).containsExactly(other);
  }

  private HelpRequestId ask(StationId station, SessionId session, HelpReason reason) {
    HelpRequestId request = HelpRequestId.random();
    centre.report(station, new Report.HelpAsked(ReportId.random(), request, session, reason));
    return request;
  }
}
