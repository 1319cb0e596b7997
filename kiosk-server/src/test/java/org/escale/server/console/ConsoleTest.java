package org.escale.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EndReason;
import org.escale.protocol.Enrolment;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationStateName;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.Visits;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A mediator's day at the console: the real server, a real browser, a station's end of the link.
 */
class ConsoleTest {

  private static final String PASSPHRASE = "trois vélos sous la pluie";
  private static final double AT_ONCE_MS = 1000;

  private TestServer server;
  private ConsoleBrowser browser;
  private BrowserContext profile;
  private Page page;

  @BeforeEach
  void openTheConsoleByItsAddress() {
    server = TestServer.start();
    browser = ConsoleBrowser.trusting(server.authority());
    profile = browser.profile(1280, 800, ColorScheme.LIGHT);
    page = profile.newPage();
    page.navigate(server.uri("/").toString());
  }

  @AfterEach
  void close() {
    profile.close();
    browser.close();
    server.close();
  }

  @Test
  void theFirstAdminIsMadeWithTheSetUpCodeAndOnlyOnce() {
    fillSetup("0000-0000");
    assertThat(page.locator("#flash.refused")).isVisible();

    setUp();
    assertThat(heading("La salle")).isVisible();

    press("Se déconnecter");
    assertThat(heading("Se connecter")).isVisible();
    page.navigate(server.uri("/setup").toString());
    assertThat(heading("Se connecter")).isVisible();
  }

  @Test
  void aWrongPassphraseIsRefusedKindlyAndTheNameIsKept() {
    setUp();
    press("Se déconnecter");

    page.getByLabel("Votre nom").fill("Ana");
    page.getByLabel("Votre phrase de passe").fill("autre chose");
    press("Se connecter");

    assertThat(page.locator("#flash.refused")).containsText("ne vont pas ensemble");
    assertThat(page.getByLabel("Votre nom")).hasValue("Ana");
  }

  @Test
  void anAdminAddsAStationAndReadsItsCodeInGroups() {
    setUp();
    page.getByRole(AriaRole.LINK, named("Postes")).click();

    press("Ajouter ce poste");

    assertThat(heading("Code pour Poste 1")).isVisible();
    assertThat(page.locator(".spelled .group").count()).isEqualTo(6);
  }

  @Test
  void aVisitIsSeenAndSteeredFromTheRoomWithoutReloading() {
    Enrolment.Answer enrolled = server.enrol("Poste 1");
    setUp();
    Locator card = page.locator(".station");
    assertThat(card).containsText("Pas encore vu");
    page.evaluate("window.neverReloaded = true");

    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      link.report(new Report.Wiped(report(), receipt(null)));
      assertAtOnce(card, "Libre");

      card.getByText("Débloquer").first().click();
      card.getByLabel("Langue").selectOption(Language.ENGLISH.name());
      card.getByLabel("Durée").selectOption("30");
      card.locator(".panel").getByRole(AriaRole.BUTTON, namedButton("Débloquer")).click();
      Command.Unlock unlock = link.await(Command.Unlock.class);
      assertThat(unlock.language()).isEqualTo(Language.ENGLISH);
      assertThat(unlock.granted()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
      SessionId session = unlock.session();
      done(link, unlock.id());
      begin(link, session);
      assertAtOnce(card, "Occupé");
      assertThat(card).containsText("Encore 30");

      link.report(
          new Report.HelpAsked(
              report(), HelpRequestId.random(), session, HelpReason.FORGOT_PASSWORD));
      assertAtOnce(page.locator("#calls"), "Mot de passe oublié");
      assertAtOnce(card, "Appelle à l’aide");
      press("J’y vais");
      link.await(Command.Message.class);
      assertThat(page.locator("#calls")).containsText("Quelqu’un y va");

      card.getByText("+ 15 min").click();
      Command.Extend extend = link.await(Command.Extend.class);
      assertThat(extend.by()).isEqualTo(Duration.ofMinutes(15));
      done(link, extend.id());

      card.locator(".more summary").click();
      press("Oui, terminer");
      done(link, link.await(Command.End.class).id());
      finish(link, session);
      assertAtOnce(card, "Effacement");
      link.report(new Report.Wiped(report(), receipt(session)));
      state(link, StationStateName.LOCKED, null, null);
      assertAtOnce(card, "Libre");
    }

    assertAtOnce(card, "Ne répond pas");
    assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
    page.getByRole(AriaRole.LINK, named("Chiffres du jour")).click();
    assertThat(page.locator(".sentence")).containsText("1 visite a été comptée");
    assertThat(page.locator(".sentence")).containsText("une demande d’aide");
  }

  @Test
  void aRefusedUnlockIsSaidBesideItsStationAndAStationWithoutScreenIsNotFree() {
    Enrolment.Answer enrolled = server.enrol("Poste 1");
    setUp();
    Locator card = page.locator(".station");

    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      link.report(new Report.Wiped(report(), receipt(null)));
      assertAtOnce(card, "Libre");
      card.getByText("Débloquer").first().click();
      card.locator(".panel").getByRole(AriaRole.BUTTON, namedButton("Débloquer")).click();
      link.report(
          new Report.CommandResult(
              report(), link.await(Command.Unlock.class).id(), CommandOutcome.REFUSED_NOT_NOW));
      assertAtOnce(card, "Pas débloqué : il n’était pas prêt");

      shell(link, false);
      assertAtOnce(card, "Pas encore prêt");
      assertThat(card.getByText("Débloquer")).hasCount(0);
      shell(link, true);
      assertAtOnce(card, "Libre");
    }
  }

  private static void shell(TestLink link, boolean there) {
    link.report(
        new Report.StateChanged(
            report(), StationStateName.LOCKED, null, null, null, false, false, there));
  }

  @Test
  void aMediatorBooksMovesAndCancelsForSomebodyByKeyboardAlone() {
    server.enrol("Poste 1");
    setUp();
    page.navigate(server.uri("/bookings").toString());

    page.locator(".timeline .free a").first().focus();
    page.keyboard().press("Enter");
    assertThat(heading("Réserver pour quelqu’un")).isVisible();
    assertThat(page.locator(".times button").first()).isFocused();
    page.keyboard().press("Enter");

    assertThat(heading("C’est réservé")).isVisible();
    String digits = page.locator(".paper-digits").innerText().replaceAll("\\D", "");
    assertThat(digits).hasSize(4);
    assertThat(page.url()).endsWith("/bookings");
    page.getByRole(AriaRole.LINK, named("C’est noté")).press("Enter");
    assertThat(heading("Réservations")).isVisible();
    assertThat(page.locator("body").innerText()).doesNotContain(digits.replace("", " ").strip());

    page.locator(".timeline .taken a").press("Enter");
    page.getByRole(AriaRole.LINK, named("Déplacer")).press("Enter");
    page.locator(".times button").last().press("Enter");
    assertThat(page.locator("#flash.done")).containsText("déplacée");

    page.getByRole(AriaRole.BUTTON, named("Nouveaux chiffres")).press("Enter");
    assertThat(page.locator(".paper-digits")).isVisible();
    page.getByRole(AriaRole.LINK, named("C’est noté")).press("Enter");
    page.locator(".timeline .taken a").press("Enter");
    page.locator(".cancel summary").press("Enter");
    page.getByRole(AriaRole.BUTTON, named("Oui, annuler")).press("Enter");
    assertThat(page.locator("#flash.done")).containsText("annulée");
    assertThat(page.locator(".timeline .taken").count()).isZero();
  }

  @Test
  void theFocusStaysWhereItIsWhenACardIsSentAgain() {
    Enrolment.Answer enrolled = server.enrol("Poste 1");
    setUp();
    Locator card = page.locator(".station");

    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      link.report(new Report.Wiped(report(), receipt(null)));
      assertAtOnce(card, "Débloquer");
      card.locator("summary").first().focus();
      page.keyboard().press("Enter");
      assertThat(card.getByLabel("Langue")).isFocused();

      state(link, StationStateName.WIPING, null, null);
      assertAtOnce(page.locator("#summary"), "1 occupé");
      assertThat(card.getByLabel("Langue")).isFocused();

      page.keyboard().press("Escape");
      assertAtOnce(card, "Effacement");
      assertThat(card.locator("summary")).isFocused();
    }
  }

  @Test
  void aCodeIsShownOnItsCardUntilItIsTypedAtTheStation() {
    Enrolment.Answer enrolled = server.enrol("Poste 1");
    setUp();
    Locator card = page.locator(".station");
    Locator code = card.locator(".unlock-code strong");

    try (TestLink link = TestLink.locked(server, enrolled, 1)) {
      link.report(new Report.Wiped(report(), receipt(null)));
      assertAtOnce(card, "Libre");
      card.getByText("Débloquer").first().click();
      card.getByLabel("Durée").selectOption("30");
      card.locator(".panel").getByRole(AriaRole.BUTTON, namedButton("Donner un code")).click();
      assertThat(code).hasText(Pattern.compile("\\d{3} \\d{3}"));
      assertThat(page.url()).doesNotContain("code");

      var typed =
          server.post(
              server.client(),
              Protocol.CODES_PATH,
              new Visits.UseCode(
                  UUID.randomUUID(),
                  new UnlockCode(code.innerText().replace(" ", "")),
                  Language.ARABIC),
              "Authorization",
              TestServer.bearer(enrolled));

      assertThat(typed.statusCode()).isEqualTo(200);
      Command.Unlock unlock = link.await(Command.Unlock.class);
      assertThat(unlock.language()).isEqualTo(Language.ARABIC);
      assertThat(unlock.granted()).isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
      done(link, unlock.id());
      begin(link, unlock.session());
      assertAtOnce(card, "Occupé");
      assertThat(code).hasCount(0);
    }
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    setUp();

    Object status =
        page.evaluate(
            "fetch('/stations', {method: 'POST', body: new URLSearchParams({name: 'Poste 9'})})"
                + ".then(answer => answer.status)");

    assertThat(status).isEqualTo(403);
  }

  private void setUp() {
    fillSetup(Objects.requireNonNull(server.assembly().setupCode()));
    assertThat(heading("La salle")).isVisible();
  }

  private void fillSetup(String code) {
    page.getByLabel("Code de mise en route").fill(code);
    page.getByLabel("Votre nom").fill("Ana");
    page.getByLabel("Une phrase de passe").fill(PASSPHRASE);
    page.getByLabel("La même phrase de passe").fill(PASSPHRASE);
    press("Créer le compte");
  }

  private void press(String button) {
    page.getByRole(AriaRole.BUTTON, named(button)).first().click();
  }

  private Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions namedButton(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static void assertAtOnce(Locator piece, String text) {
    assertThat(piece)
        .containsText(
            text,
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(AT_ONCE_MS));
  }

  private static void begin(TestLink link, SessionId session) {
    state(link, StationStateName.IN_SESSION, session, Duration.ofMinutes(30));
    link.report(new Report.SessionStarted(report(), session, Instant.now()));
  }

  private static void finish(TestLink link, SessionId session) {
    Duration used = Duration.ofMinutes(12);
    link.report(
        new Report.SessionEnded(
            report(), session, EndReason.MEDIATOR, Instant.now().minus(used), used, Set.of()));
    state(link, StationStateName.WIPING, session, null);
  }

  private static void state(
      TestLink link,
      StationStateName state,
      @Nullable SessionId session,
      @Nullable Duration remaining) {
    link.report(
        new Report.StateChanged(report(), state, session, remaining, null, false, false, true));
  }

  private static void done(TestLink link, CommandId command) {
    link.report(new Report.CommandResult(report(), command, CommandOutcome.DONE));
  }

  private static WipeReceipt receipt(@Nullable SessionId session) {
    return new WipeReceipt(
        WipeOrderId.random(),
        session,
        session == null ? 1 : 2,
        Map.of(WipeItem.PROCESSES, 3),
        0,
        Map.of(),
        Map.of(WipePhase.BURST, Duration.ofMillis(200)),
        "0.1.0",
        Instant.now(),
        null);
  }

  private static ReportId report() {
    return ReportId.random();
  }
}
