package org.escale.tour.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escale.tour.room.Await;
import org.escale.tour.room.BrowserTrust;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomException;
import org.escale.tour.room.RoomFolders;
import org.escale.tour.room.ServerProgram;

/**
 * A mediator at her own computer: a real Chromium that trusts the centre's authority as a
 * mediator's would, and the console opened by the server's address.
 */
public final class Mediator implements AutoCloseable {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final double PATIENCE_MS = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final URI console;

  private Mediator(Playwright playwright, Browser browser, Page page, URI console) {
    this.playwright = playwright;
    this.browser = browser;
    this.page = page;
    this.console = console;
  }

  /**
   * In a home of her own in the room, where the trust in its authority is kept and whatever her
   * browser leaves.
   */
  public static Mediator sitDown(Room room) {
    return sitDown(room.folders(), room.server(), PATIENCE_MS);
  }

  /**
   * @param patienceMs how long she waits for a page or for what is to appear on it
   */
  public static Mediator sitDown(RoomFolders folders, ServerProgram server, double patienceMs) {
    Path homeDir = folders.room().resolve("mediator");
    BrowserTrust.add(homeDir.resolve(".pki/nssdb"), server.authorityPath());
    BrowserDriver.unpackInto(folders.browserDriver());
    Path temporaryDir = homeDir.resolve("tmp");
    try {
      Files.createDirectories(temporaryDir);
    } catch (IOException e) {
      throw new RoomException("no folder for the mediator's browser", e);
    }
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("HOME", homeDir.toString());
    environment.put("TMPDIR", temporaryDir.toString());
    environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setEnv(environment)
                    .setHandleSIGINT(false)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-gpu-rasterization",
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, HEIGHT));
    page.setDefaultTimeout(patienceMs);
    return new Mediator(playwright, browser, page, server.console());
  }

  /** Makes the first account, which is an admin's. */
  public void setUp(String setupCode, String name, String passphrase) {
    go("/setup");
    page.locator("input[name=code]").fill(setupCode);
    page.locator("input[name=name]").fill(name);
    page.locator("input[name=passphrase]").fill(passphrase);
    page.locator("input[name=again]").fill(passphrase);
    submit();
    if (page.url().contains("/setup")) {
      throw new RoomException("the console did not take the set-up code");
    }
    if (page.url().contains("/login")) {
      page.locator("input[name=name]").fill(name);
      page.locator("input[name=passphrase]").fill(passphrase);
      submit();
    }
  }

  private void submit() {
    page.locator("main form button[type=submit]").first().click();
  }

  /** Adds a station and reads its enrolment code off the page. */
  public String addStation(String name) {
    go("/stations");
    page.locator("form.inline[action='/stations'] input[name=name]").fill(name);
    page.locator("form.inline[action='/stations'] button").click();
    Locator groups = page.locator(".spelled .group");
    groups.first().waitFor();
    return String.join("-", groups.allInnerTexts());
  }

  public void watchRoom() {
    go("/");
  }

  /** The state of a station as the room page shows it now, without loading it again. */
  public void awaitState(String station, String look) {
    page.locator("article.station.look-" + look, hasText(station)).waitFor();
  }

  public void unlock(String station, int minutes) {
    Locator card = card(station);
    card.locator("summary:has-text('Débloquer')").click();
    card.locator("select[name=minutes]").selectOption(Integer.toString(minutes));
    card.locator("form[action$='/unlock'] button[type=submit]:not([formaction])").click();
    page.locator("article.station:not(.look-free)", hasText(station)).waitFor();
  }

  public void extend(String station, int minutes) {
    card(station).locator("button[name=minutes][value='" + minutes + "']").click();
  }

  /** Waits for a call to stand in the room's queue, and takes it. */
  public void takeCall(String station) {
    page.locator("#calls li", hasText(station)).locator("form[action$='/take'] button").click();
    page.locator("#calls li", hasText(station)).locator("form[action$='/close']").waitFor();
  }

  public void closeCall(String station) {
    page.locator("#calls li", hasText(station)).locator("form[action$='/close'] button").click();
  }

  /** The newest receipt of a station, as its page has it. */
  public Receipt lastReceipt(String station) {
    go("/stations");
    page.locator("tr", hasText(station)).locator("a[href$='/receipts']").click();
    Locator newest = page.locator("[data-receipt]").first();
    newest.waitFor();
    return new Receipt(
        newest.getAttribute("data-receipt"),
        newest.getAttribute("data-residue"),
        newest.getAttribute("data-total-ms"));
  }

  /** The day's counts, label and number, as the usage page has them. */
  public Map<String, String> usageToday() {
    go("/usage");
    Map<String, String> counts = new LinkedHashMap<>();
    for (Locator row : page.locator("table.counts tbody tr").all()) {
      if (row.locator("th").count() > 0) {
        counts.put(
            row.locator("th").innerText().strip(), row.locator("td.number").innerText().strip());
      }
    }
    return counts;
  }

  /** What she does about time: bookings, who waits, when the centre closes. */
  TimeDesk time() {
    return new TimeDesk(page, console);
  }

  /** Once this station has said that it is clean, others can book it. */
  void awaitBookable(String station) {
    Await.until(
        station + " among the stations to book",
        PATIENCE,
        BETWEEN_LOOKS,
        () -> {
          go("/bookings/new");
          return page.locator("select[name=station] option", hasText(station)).count() > 0;
        });
  }

  /** From now on nobody works at this station: it books and queues. */
  public void makeReception(String station) {
    go("/stations");
    page.locator("tr", hasText(station)).locator("a[href$='/setup']").click();
    page.locator("input[name=role][value=RECEPTION]").check();
    submit();
    page.waitForURL("**/stations");
  }

  /** The room's display, in a browser in which nobody has signed in. */
  RoomDisplay roomDisplay() {
    Page display = browser.newPage(new Browser.NewPageOptions().setViewportSize(WIDTH, HEIGHT));
    display.setDefaultTimeout(PATIENCE_MS);
    display.navigate(console.resolve("/display").toString());
    return new RoomDisplay(display);
  }

  /** A telephone that trusts the centre as her computer does. */
  Telephone telephone() {
    Page phone = browser.newPage(new Browser.NewPageOptions().setViewportSize(390, 800));
    phone.setDefaultTimeout(PATIENCE_MS);
    phone.navigate(console.resolve("/apporter").toString());
    return new Telephone(phone);
  }

  public void picture(Path path) {
    page.screenshot(new Page.ScreenshotOptions().setPath(path));
  }

  private Locator card(String station) {
    return page.locator("article.station", hasText(station));
  }

  private static Page.LocatorOptions hasText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void go(String path) {
    page.navigate(console.resolve(path).toString());
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
