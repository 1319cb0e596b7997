package org.escale.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.escale.server.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page with sample data, in the real browser, with the real style sheet and headers. */
class ConsoleLooksTest {

  private static final Map<String, String> PAGES = new SamplePages().all();

  private static TestServer server;
  private static ConsoleBrowser browser;

  @BeforeAll
  static void open() {
    server = TestServer.start();
    browser = ConsoleBrowser.trusting(server.authority());
  }

  @AfterAll
  static void close() {
    browser.close();
    server.close();
  }

  /** The dark colours and the narrow window change no word and no structure: only what they can. */
  @Test
  void everyPageIsAccessibleAndFitsTheWidth() {
    List<String> faults = new ArrayList<>();

    try (BrowserContext profile = browser.profile(1280, 800, ColorScheme.LIGHT)) {
      Page page = pageThatNotesComplaints(profile, faults);
      for (String name : PAGES.keySet()) {
        page.setViewportSize(1280, 800);
        inColours(page, ColorScheme.LIGHT);
        show(page, name);
        faults.addAll(Accessibility.violations(name, page));
        faults.addAll(widerThanTheWindow(name, page));
        inColours(page, ColorScheme.DARK);
        faults.addAll(Accessibility.violationsOf("color-contrast", name + " in the dark", page));
        page.setViewportSize(390, 844);
        faults.addAll(
            Accessibility.violationsOf(
                "scrollable-region-focusable", name + " on a telephone", page));
        faults.addAll(widerThanTheWindow(name + " on a telephone", page));
      }
    }

    assertThat(faults).isEmpty();
  }

  /** At once: a colour on its way to another is no fault. */
  private static void inColours(Page page, ColorScheme scheme) {
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private static List<String> widerThanTheWindow(String where, Page page) {
    Object fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    return Boolean.TRUE.equals(fits) ? List.of() : List.of(where + ": wider than the window");
  }

  @Test
  void aRoomOfSixteenStationsNeedsNoScrolling() {
    try (BrowserContext profile = browser.profile(1280, 800, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      show(page, "room-full");

      assertThat(page.locator(".station").count()).isEqualTo(16);
      assertThat(page.evaluate("document.documentElement.scrollHeight <= innerHeight"))
          .isEqualTo(true);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"card-one", "card-twelve", "card-sixteen"})
  void theCardForTheServersAbsenceIsOnePageOfPaper(String card) {
    try (BrowserContext profile = browser.profile(1280, 800, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      show(page, card);

      String pdf =
          new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);

      assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results().count()).isEqualTo(1);
    }
  }

  @Test
  void aDayOfSixteenStationsIsSeenWholeAndOneOfFortyScrollsInside() {
    try (BrowserContext profile = browser.profile(1280, 800, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      String frame = "document.querySelector('.timeline-frame')";

      show(page, "bookings-full");
      assertThat(page.locator(".timeline tbody tr").count()).isEqualTo(16);
      assertThat(page.evaluate(frame + ".scrollHeight <= " + frame + ".clientHeight"))
          .isEqualTo(true);
      assertThat(page.evaluate(frame + ".getBoundingClientRect().bottom <= innerHeight"))
          .isEqualTo(true);

      show(page, "bookings-forty");
      assertThat(page.evaluate(frame + ".scrollHeight > " + frame + ".clientHeight"))
          .isEqualTo(true);
      assertThat(page.evaluate(frame + ".getBoundingClientRect().bottom <= innerHeight"))
          .isEqualTo(true);
    }
  }

  @Test
  void aPanelOpensOverItsCardAndEscapeClosesItAgain() {
    try (BrowserContext profile = browser.profile(1280, 800, ColorScheme.LIGHT)) {
      Page page = profile.newPage();
      show(page, "room-full");
      String unlock = "#station-" + SampleRoom.id(2) + "-unlock";

      page.focus(unlock);
      page.keyboard().press("Enter");
      page.waitForFunction("document.activeElement.name === 'language'");
      page.keyboard().press("Escape");

      page.waitForFunction("selector => document.activeElement.matches(selector)", unlock);
      assertThat(page.locator("details[open]").count()).isZero();
    }
  }

  private static Page pageThatNotesComplaints(BrowserContext profile, List<String> faults) {
    Page page = profile.newPage();
    page.onPageError(error -> faults.add("script: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(message.text());
          }
        });
    return page;
  }

  private static void show(Page page, String name) {
    String address = server.uri("/sample/" + name).toString();
    page.route(address, route -> route.fulfill(answer(name)));
    page.navigate(address);
    page.evaluate("document.fonts.ready");
  }

  private static Route.FulfillOptions answer(String name) {
    return new Route.FulfillOptions()
        .setStatus(HttpURLConnection.HTTP_OK)
        .setContentType("text/html; charset=utf-8")
        .setHeaders(Map.of("Content-Security-Policy", "default-src 'self'; img-src 'self' data:"))
        .setBody(PAGES.get(name));
  }
}
