package org.escale.server.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.escale.protocol.Bringing;
import org.escale.protocol.Language;
import org.escale.server.TestServer;
import org.escale.server.TestVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that a visitor's telephone opens, in a real browser as small as one. */
class PhonePageTest {

  private static final double SOON_MS = 15_000;

  private static TestServer server;
  private static ConsoleBrowser browser;
  private static int stations;

  private final List<String> faults = new ArrayList<>();
  private BrowserContext phone;
  private Page page;

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

  @BeforeEach
  void takeThePhone() {
    phone = browser.profile(390, 844, ColorScheme.LIGHT);
    page = phone.newPage();
    page.onPageError(error -> faults.add("script: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(message.text());
          }
        });
  }

  @AfterEach
  void putThePhoneAway() {
    phone.close();
    assertThat(faults).isEmpty();
  }

  @Test
  void aPhotoIsMadeSmallerAndReachesTheVisitWhoseTicketIsShown() throws Exception {
    try (TestVisit visit = begin(Language.FRENCH)) {
      Bringing.Invitation invitation = visit.invite();
      BlockingQueue<byte[]> stored = storesAtTheStation(visit, Bringing.Outcome.STORED);
      page.navigate(server.uri("/apporter#" + invitation.code().signs()).toString());
      assertThat(page.locator("#whose .ticket")).isVisible();
      assertThat(page.locator("#whose")).containsText("Poste " + stations);
      assertThat(page.locator("#typing")).isHidden();
      picture("phone-fr");

      choose("IMG_2041.JPG", "image/jpeg", jpeg(3200, 2400));

      shows(page.locator("#documents li.done .state"), "Reçu par l’ordinateur");
      assertThat(sizeOf(next(stored))).isEqualTo("2500x1875");
      choose(
          "impôts.pdf", "application/pdf", "%PDF-1.7 and so on".getBytes(StandardCharsets.UTF_8));
      shows(page.locator("#documents li").first(), "Document 2Reçu par l’ordinateur");
      assertThat(new String(next(stored), StandardCharsets.UTF_8)).startsWith("%PDF-1.7");
      choose("letter.docx", "", new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8, 9});
      shows(page.locator("#documents li.not .state"), "Ce n’est ni une photo ni un PDF.");
      picture("phone-fr-done");
      isAccessible();

      visit.end();
      choose("late.jpg", "image/jpeg", jpeg(40, 30));

      shows(page.locator("#note"), "Cette visite est terminée. Rien n’a été envoyé.");
      assertThat(page.locator("#visit")).isHidden();
    }
  }

  @Test
  void aCodeCanBeTypedAndThePageSpeaksTheVisitsLanguage() throws Exception {
    try (TestVisit visit = begin(Language.ARABIC)) {
      String code = visit.invite().code().spelled();
      storesAtTheStation(visit, Bringing.Outcome.HOME_FULL);
      page.navigate(server.uri("/apporter").toString());
      assertThat(page.locator("#typing")).isVisible();
      assertThat(page.locator("#visit")).isHidden();
      picture("phone-typing");
      isAccessible();
      page.locator("#code").fill("0000-0000");
      page.locator("#typing button").click();
      shows(page.locator("#note"), "Ce code n’est pas bon");

      page.locator("#code").fill(code.toLowerCase(Locale.ROOT));
      page.locator("#typing button").click();

      assertThat(page.locator("#whose .ticket")).isVisible();
      assertThat(page.locator("html")).hasAttribute("dir", "rtl");
      assertThat(page.locator("#note")).isHidden();
      choose("a.png", "image/png", png());
      shows(page.locator("#documents li.not .state"), "لم يبق مكان في الحاسوب");
      assertThat(page.locator("#documents li .again")).isVisible();
      picture("phone-ar");
      isAccessible();
      visit.end();
    }
  }

  private static TestVisit begin(Language language) {
    return TestVisit.begin(server, "Poste " + ++stations, language);
  }

  /** A station that takes whatever comes, as long as the visit lasts. */
  private static BlockingQueue<byte[]> storesAtTheStation(
      TestVisit visit, Bringing.Outcome outcome) {
    BlockingQueue<byte[]> stored = new LinkedBlockingQueue<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                for (var next = visit.fetch(); next.statusCode() != 410; next = visit.fetch()) {
                  take(visit, next, outcome, stored);
                }
              } catch (IOException ended) {
                // So has the test.
              }
            });
    return stored;
  }

  private static void take(
      TestVisit visit,
      HttpResponse<InputStream> next,
      Bringing.Outcome outcome,
      BlockingQueue<byte[]> stored)
      throws IOException {
    if (next.statusCode() == 200) {
      stored.add(next.body().readAllBytes());
      visit.tell(next, outcome);
    }
  }

  private void choose(String name, String type, byte[] content) {
    page.locator("#choose").setInputFiles(new FilePayload(name, type, content));
  }

  private static byte[] next(BlockingQueue<byte[]> stored) throws InterruptedException {
    byte[] content = stored.poll(10, TimeUnit.SECONDS);
    assertThat(content).isNotNull();
    return content;
  }

  private static void shows(Locator place, String text) {
    assertThat(place)
        .containsText(
            text,
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(SOON_MS));
  }

  private void isAccessible() {
    assertThat(Accessibility.violations("telephone", page)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  /** Kept beside the reports, to be looked at. */
  private void picture(String name) throws IOException {
    Path dir = Files.createDirectories(Path.of("target", "phone-pictures"));
    page.screenshot(
        new Page.ScreenshotOptions().setPath(dir.resolve(name + ".png")).setFullPage(true));
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    return image("jpg", width, height);
  }

  private static byte[] png() throws IOException {
    return image("png", 300, 200);
  }

  private static byte[] image(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x * height / width, 0xffffff);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static String sizeOf(byte[] photo) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
    return image.getWidth() + "x" + image.getHeight();
  }
}
