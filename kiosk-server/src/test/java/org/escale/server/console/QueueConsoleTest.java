package org.escale.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
import org.escale.protocol.Visits;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.escale.server.platform.words.TicketWords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue from a station's screen to the room's display, with the real server and browser. */
class QueueConsoleTest {

  private static final double SOON_MS = 5000;

  private final ProtocolJson json = new ProtocolJson();
  private TestServer server;
  private ConsoleBrowser browser;
  private BrowserContext room;
  private Page display;
  private Enrolment.Answer station;
  private TestLink link;

  @BeforeEach
  void openTheDisplayBesideAStationInUse() {
    server = TestServer.start();
    browser = ConsoleBrowser.trusting(server.authority());
    room = browser.profile(1280, 800, ColorScheme.LIGHT);
    display = room.newPage();
    display.navigate(server.uri("/display").toString());
    station = server.enrol("Poste 1");
    link = TestLink.locked(server, station, 1);
    link.report(new Report.Wiped(ReportId.random(), receipt(null, 1)));
  }

  @AfterEach
  void close() {
    link.close();
    room.close();
    browser.close();
    server.close();
  }

  @Test
  void theDisplayTellsWhoWaitsAndWhoIsCalled() throws Exception {
    shows("#display .free", "1 poste libre");
    SessionId session = visit();
    shows("#display .free", "Aucun poste libre");
    Queueing.Joined first = join();
    Queueing.Joined second = join();
    shows("#display .in-line", TicketWords.name(first.ticket()));

    end(session);

    shows("#display .called", TicketWords.name(first.ticket()));
    shows("#display .called", "Poste 1");
    shows("#display .in-line", TicketWords.name(second.ticket()));
    assertThat(awaitHold().ticket()).isEqualTo(first.ticket());
    assertThat(display.content()).doesNotContain(first.secret().digits(), second.secret().digits());
  }

  @Test
  void aMediatorTakesOutWhoHasLeftAndTheNextIsCalled() throws Exception {
    SessionId session = visit();
    Queueing.Joined first = join();
    Queueing.Joined second = join();
    end(session);
    Page console = console();
    console.navigate(server.uri("/queue").toString());
    assertThat(console.locator("#queue-called")).containsText(TicketWords.name(first.ticket()));

    console.locator("#queue-called summary").click();
    console.getByText("Oui, retirer").first().click();

    assertThat(console.locator("#flash.done")).containsText("n’attend plus");
    assertThat(console.locator("#queue-called")).containsText(TicketWords.name(second.ticket()));
    shows("#display .called", TicketWords.name(second.ticket()));
  }

  @Test
  void theDisplayOpensNothingElse() {
    assertThat(get("/display").statusCode()).isEqualTo(200);
    assertThat(get("/queue").statusCode()).isEqualTo(303);
    assertThat(get("/display/").statusCode()).isEqualTo(303);
    assertThat(get("/live/queue", "Accept", "text/event-stream").statusCode()).isEqualTo(401);
    assertThat(get("/live/room", "Accept", "text/event-stream").statusCode()).isEqualTo(401);
    HttpResponse<String> taken =
        server.post(
            server.client(), "/queue/" + UUID.randomUUID() + "/take-out", Map.of("csrf", "none"));
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(taken.headers().firstValue("Location")).contains("/setup");
  }

  private HttpResponse<String> get(String path, String... headers) {
    return server.get(server.client(), path, headers);
  }

  private Page console() {
    TestStaff.admin(server);
    Page page = room.newPage();
    page.navigate(server.uri("/login").toString());
    page.getByLabel("Votre nom").fill(TestStaff.ADMIN);
    page.getByLabel("Votre phrase de passe").fill(TestStaff.PASSPHRASE);
    page.locator("main form button[type=submit], main form button").first().click();
    assertThat(page.locator("h1")).containsText("La salle");
    return page;
  }

  private SessionId visit() {
    HttpResponse<String> answer =
        ask(Protocol.WALK_INS_PATH, new Visits.TakeNow(UUID.randomUUID(), Language.FRENCH));
    assertThat(answer.statusCode()).isEqualTo(200);
    Command.Unlock unlock = link.await(Command.Unlock.class);
    link.report(new Report.CommandResult(ReportId.random(), unlock.id(), CommandOutcome.DONE));
    state(StationStateName.IN_SESSION, unlock.session());
    link.report(
        new Report.SessionStarted(ReportId.random(), unlock.session(), server.clock().instant()));
    return unlock.session();
  }

  private void end(SessionId session) {
    Duration used = Duration.ofMinutes(3);
    Instant began = server.clock().instant().minus(used);
    link.report(
        new Report.SessionEnded(
            ReportId.random(), session, EndReason.VISITOR, began, used, Set.of()));
    state(StationStateName.WIPING, null);
    link.report(new Report.Wiped(ReportId.random(), receipt(session, 2)));
    state(StationStateName.LOCKED, null);
  }

  private Queueing.Joined join() throws Exception {
    HttpResponse<String> answer =
        ask(
            Protocol.QUEUE_PATH,
            new Queueing.Join(UUID.randomUUID(), Set.of(), Duration.ofHours(1), Language.FRENCH));
    assertThat(answer.statusCode()).isEqualTo(200);
    return json.read(answer.body(), Queueing.Joined.class);
  }

  private HttpResponse<String> ask(String path, Object message) {
    return server.post(server.client(), path, message, "Authorization", TestServer.bearer(station));
  }

  private Command.Hold awaitHold() {
    Command.Hold hold = link.await(Command.Hold.class);
    while (hold.ticket() == null) {
      hold = link.await(Command.Hold.class);
    }
    return Objects.requireNonNull(hold);
  }

  private void state(StationStateName state, @Nullable SessionId session) {
    link.report(
        new Report.StateChanged(
            ReportId.random(),
            state,
            session,
            session == null ? null : Duration.ofMinutes(60),
            null,
            false,
            false,
            true));
  }

  private void shows(String piece, String text) {
    Locator found = display.locator(piece);
    assertThat(found)
        .containsText(
            text,
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(SOON_MS));
  }

  private static WipeReceipt receipt(@Nullable SessionId session, long number) {
    return new WipeReceipt(
        WipeOrderId.random(),
        session,
        number,
        Map.of(WipeItem.PROCESSES, 3),
        0,
        Map.of(),
        Map.of(WipePhase.BURST, Duration.ofMillis(200)),
        "0.1.0",
        Instant.now(),
        null);
  }
}
