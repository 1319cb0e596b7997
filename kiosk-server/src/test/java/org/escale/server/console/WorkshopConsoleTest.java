package org.escale.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escale.protocol.Command;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mediator plans, opens and cancels workshops: the real server, a real browser. */
class WorkshopConsoleTest {

  private static final Path PICTURES = Path.of("target", "pictures", "workshops");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private TestServer server;
  private ConsoleBrowser browser;
  private BrowserContext profile;
  private Page page;
  private final List<Enrolment.Answer> stations = new ArrayList<>();

  @BeforeEach
  void openTheConsole() {
    server = TestServer.start();
    for (int i = 1; i <= 4; i++) {
      stations.add(server.enrol("Poste " + i));
    }
    TestStaff.admin(server);
    browser = ConsoleBrowser.trusting(server.authority());
    profile = browser.profile(1280, 800, ColorScheme.LIGHT);
    page = profile.newPage();
    page.navigate(server.uri("/login").toString());
    page.getByLabel("Votre nom").fill(TestStaff.ADMIN);
    page.getByLabel("Votre phrase de passe").fill(TestStaff.PASSPHRASE);
    page.keyboard().press("Enter");
    assertThat(heading("La salle")).isVisible();
  }

  @AfterEach
  void close() {
    profile.close();
    browser.close();
    server.close();
  }

  @Test
  void planningEveryWeekNeedsNoMouseAndNothingTypedIsLost() {
    link("Ateliers").press("Enter");
    assertThat(page.locator(".sentence")).containsText("Aucun atelier à venir.");
    picture("list-empty");
    link("Nouvel atelier").press("Enter");
    picture("new");

    field("title").focus();
    page.keyboard().type("Premiers pas");
    select("level", "INTERMEDIAIRE");
    select("theme", "EMAIL");
    field("start").fill("10:30");
    field("date").fill(tomorrow().toString());
    select("minutes", "90");
    select("weeks", "12");
    press("Vérifier les dates");

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choisissez au moins un poste.");
    picture("new-problem");
    assertThat(field("title")).hasValue("Premiers pas");
    assertThat(field("level")).hasValue("INTERMEDIAIRE");
    assertThat(field("theme")).hasValue("EMAIL");
    assertThat(field("start")).hasValue("10:30");
    assertThat(field("date")).hasValue(tomorrow().toString());
    assertThat(field("minutes")).hasValue("90");
    assertThat(field("weeks")).hasValue("12");

    tick("Poste 1");
    tick("Poste 2");
    press("Vérifier les dates");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Les 12 dates sont possibles.");
    assertThat(page.locator(".dates li")).hasCount(12);
    picture("new-possible");
    press("Réserver ces 12 dates");

    assertThat(page.locator("#flash.done")).containsText("12 dates sont réservées.");
    assertThat(heading("Premiers pas")).isVisible();
    picture("series");
    printed("series");
    link("Ateliers").press("Enter");
    assertThat(page.locator("tbody tr")).hasCount(1);
    picture("list");
    printed("list");
  }

  @Test
  void whatCannotBeIsSaidInWordsAndKept() {
    page.navigate(server.uri("/workshops/new").toString());
    fill("", tomorrow(), "10:30", "1", "Poste 1");
    assertProblem("Donnez un titre à cet atelier.");
    fill("Courriel", tomorrow(), "10:07", "1", "Poste 1");
    assertProblem("Choisissez une heure de début, en quarts d’heure");
    assertThat(field("start")).hasValue("10:07");
    assertThat(field("title")).hasValue("Courriel");
    assertThat(page.getByLabel("Poste 1")).isChecked();
    fill("Courriel", tomorrow().plusYears(30), "10:30", "1", "Poste 1");
    assertProblem("dans l’année qui vient");
    assertThat(field("date")).hasValue(tomorrow().plusYears(30).toString());

    fill("Courriel", tomorrow().minusDays(3), "10:30", "1", "Poste 1");
    assertThat(page.locator(".dates .why")).hasText("Cette date est déjà passée");
    assertThat(button("Réserver cette date")).hasCount(0);
  }

  @Test
  void aConflictNamesTheStationsAndTheOtherWeeksCanStillBeHad() {
    keep("Courriel", tomorrow().plusWeeks(1), "10:00", "1", "Poste 2", "Poste 3");

    page.navigate(server.uri("/workshops/new").toString());
    fill("Bureautique", tomorrow(), "10:30", "3", "Poste 1", "Poste 2", "Poste 3");

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("2 dates sont possibles sur 3.");
    assertThat(page.locator(".dates .why")).hasText("Déjà pris : Poste 2, Poste 3");
    picture("conflict");
    press("Réserver ces 2 dates");
    assertThat(page.locator("#flash.done")).containsText("2 dates sont réservées.");
  }

  @Test
  void stationsOpenTogetherAndTheOneThatCannotIsNamed() {
    ZonedDateTime soon = nextQuarter();
    keep(
        "Premiers pas",
        soon.toLocalDate(),
        soon.toLocalTime().toString(),
        "1",
        "Poste 1",
        "Poste 2",
        "Poste 3");
    try (TestLink one = linked(0);
        TestLink two = linked(1)) {
      page.waitForCondition(
          () -> {
            page.reload();
            return button("Ouvrir tous les postes").count() == 1;
          });
      picture("now");
      page.locator(".now [name=language]").first().selectOption(Language.ARABIC.name());
      press("Ouvrir tous les postes");

      assertThat(page.locator("#flash.refused")).containsText("2 postes s’ouvrent. Poste 3 :");
      picture("opened");
      printed("opened");
      assertThat(one.await(Command.Unlock.class).language()).isEqualTo(Language.ARABIC);
      assertThat(two.await(Command.Unlock.class).language()).isEqualTo(Language.ARABIC);
      assertThat(page.locator(".now tbody tr", having("Ouvert"))).hasCount(2);
      assertThat(button("Ouvrir Poste 3")).isVisible();
    }
  }

  @Test
  void oneDateOrAllOfThemAreCancelledByKeyboardAlone() {
    keep("Courriel", tomorrow(), "10:00", "4", "Poste 1", "Poste 2");

    page.locator("td.act summary").nth(1).press("Enter");
    picture("cancel-one");
    press("Oui, annuler");
    assertThat(page.locator("#flash.done")).containsText("La date est annulée");
    assertThat(page.locator("tbody tr").nth(1)).containsText("Annulée");
    assertThat(page.locator(".sentence")).containsText("2 places, 3 dates à venir.");

    page.locator("summary", having("Annuler toutes les dates à venir")).press("Enter");
    picture("cancel-all");
    press("Garder");
    assertThat(button("Oui, tout annuler")).isHidden();
    page.locator("summary", having("Annuler toutes les dates à venir")).press("Enter");
    press("Oui, tout annuler");
    assertThat(page.locator("#flash.done")).containsText("3 dates sont annulées");
    picture("cancelled");
    fillAgain();
  }

  /** The stations are free again: the same plan is possible. */
  private void fillAgain() {
    page.navigate(server.uri("/workshops/new").toString());
    fill("Courriel", tomorrow(), "10:00", "4", "Poste 1", "Poste 2");
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Les 4 dates sont possibles.");
  }

  private void keep(String title, LocalDate day, String start, String weeks, String... names) {
    page.navigate(server.uri("/workshops/new").toString());
    fill(title, day, start, weeks, names);
    page.locator("button[formaction]").press("Enter");
    assertThat(page.locator("#flash.done")).isVisible();
  }

  /** Fills in the form and has it looked at; the browser itself objects to nothing. */
  private void fill(String title, LocalDate day, String start, String weeks, String... names) {
    field("title").fill(title);
    field("date").fill(day.toString());
    field("start").fill(start);
    select("weeks", weeks);
    for (String name : names) {
      tick(name);
    }
    page.evaluate("document.querySelector('form.plan').noValidate = true");
    page.locator("form.plan button:not([formaction])").press("Enter");
    page.waitForLoadState();
  }

  private void assertProblem(String words) {
    assertThat(page.getByRole(AriaRole.ALERT)).containsText(words);
  }

  private void tick(String station) {
    Locator box = page.getByLabel(station);
    if (!box.isChecked()) {
      box.press("Space");
    }
  }

  private void select(String name, String value) {
    field(name).selectOption(value);
  }

  private void press(String name) {
    button(name).press("Enter");
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .filter(new Locator.FilterOptions().setVisible(true));
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Locator field(String name) {
    return page.locator("form.plan [name=" + name + "]");
  }

  private Locator heading(String text) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setLevel(1));
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  private void printed(String name) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    picture(name + "-printed");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private TestLink linked(int station) {
    TestLink link = TestLink.locked(server, stations.get(station), 1);
    link.report(new Report.Wiped(ReportId.random(), receipt()));
    return link;
  }

  private LocalDate tomorrow() {
    return LocalDate.ofInstant(server.clock().instant(), zone()).plusDays(1);
  }

  /** Far enough from now to be planned, near enough to be opened. */
  private ZonedDateTime nextQuarter() {
    long soon = server.clock().instant().plusSeconds(15).getEpochSecond();
    long quarter = QUARTER.toSeconds();
    return Instant.ofEpochSecond(Math.ceilDiv(soon, quarter) * quarter).atZone(zone());
  }

  private static ZoneId zone() {
    return TestServer.whereItIsMorning();
  }

  private static WipeReceipt receipt() {
    return new WipeReceipt(
        WipeOrderId.random(),
        null,
        1,
        Map.of(WipeItem.PROCESSES, 3),
        0,
        Map.of(),
        Map.of(WipePhase.BURST, Duration.ofMillis(200)),
        "0.1.0",
        Instant.now(),
        null);
  }
}
