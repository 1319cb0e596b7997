package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.escale.client.shell.PhonesEye;
import org.escale.client.shell.TicketPapers;
import org.escale.client.station.port.SlipPrinterException;
import org.escale.protocol.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slips drawn by the real shell, printed by a real CUPS. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("machine")
class CupsSlipPrinterSystemTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir static Path papersDir;
  @TempDir static Path cupsDir;
  private static PrivateCups cups;

  @TempDir Path runDir;
  private byte[] slip = {};

  @BeforeAll
  static void setUp() throws Exception {
    cups = new PrivateCups(cupsDir);
    TicketPapers.drawInto(papersDir, "once");
  }

  @AfterAll
  static void tearDown() {
    cups.close();
  }

  @BeforeEach
  void takeASlip() throws Exception {
    slip = Files.readAllBytes(papersDir.resolve("slip-fr.png"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void printsTheWholeSlipInItsTrueSizeInEveryLanguage(Language language) throws Exception {
    cups.addPrinter("slip", "keep");
    Path slipPath = papersDir.resolve("slip-" + language.tag() + ".png");

    assertThat(printer("slip").isThere()).isTrue();
    printer("slip").print(Files.readAllBytes(slipPath));

    BufferedImage page = ImageIO.read(cups.page().toFile());
    String ticket = Files.readString(papersDir.resolve("text-" + language.tag() + ".txt"));
    assertThat(PhonesEye.read(page)).isEqualTo(ticket);
    assertThat(differentDots(ImageIO.read(slipPath.toFile()), page)).isLessThan(0.05);
  }

  @Test
  void tellsThePrinterNothingButTheSlipAndKeepsNoCopy() throws Exception {
    cups.addPrinter("slip", "keep");

    printer("slip").print(slip);

    assertThat(cups.said().lines().limit(2)).containsExactly("root", "slip");
    assertThat(cups.said()).doesNotContain("4071", "Belleville", runDir.toString());
    assertThat(cups.waiting()).isEmpty();
    assertThat(cups.pagesKept()).isEmpty();
    assertThat(filesIn(runDir)).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchPrinter() {
    assertThat(printer("nowhere").isThere()).isFalse();
    assertThat(printer("").isThere()).isFalse();
    assertThatThrownBy(() -> printer("nowhere").print(slip))
        .isInstanceOf(SlipPrinterException.class);
  }

  @Test
  void handsNothingToAStoppedPrinter() throws Exception {
    cups.addPrinter("stopped", "keep");
    cups.stop("stopped");

    assertThat(printer("stopped").isThere()).isFalse();
    assertThatThrownBy(() -> printer("stopped").print(slip))
        .isInstanceOf(SlipPrinterException.class)
        .hasMessageContaining("stopped");
    assertThat(cups.waiting()).isEmpty();
  }

  @Test
  void takesASlipBackFromAPrinterThatFails() throws Exception {
    cups.addPrinter("failing", "fail");

    assertThatThrownBy(() -> printer("failing").print(slip))
        .isInstanceOf(SlipPrinterException.class)
        .hasMessageContaining("did not print");
    assertThat(cups.waiting()).isEmpty();
    assertThat(cups.pagesKept()).isEmpty();
  }

  @Test
  void takesASlipBackFromAPrinterThatDoesNotEnd() throws Exception {
    cups.addPrinter("hanging", "hang");
    CupsSlipPrinter printer =
        new CupsSlipPrinter(
            new CommandRunner(), runDir, "hanging", cups.here(), Duration.ofSeconds(1));

    assertThatThrownBy(() -> printer.print(slip))
        .isInstanceOf(SlipPrinterException.class)
        .hasMessageContaining("did not print");
    assertThat(cups.waiting()).isEmpty();
  }

  @Test
  void saysSoWhenCupsDoesNotRun() {
    CupsSlipPrinter printer = at(runDir.resolve("nobody"));

    assertThat(printer.isThere()).isFalse();
    assertThatThrownBy(() -> printer.print(slip)).isInstanceOf(SlipPrinterException.class);
  }

  @Test
  void doesNotWaitForeverForACupsThatNeverAnswers() throws Exception {
    Path silentPath = runDir.resolve("silent");
    try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      silent.bind(UnixDomainSocketAddress.of(silentPath));

      assertThat(at(silentPath).isThere()).isFalse();
    }
  }

  private CupsSlipPrinter printer(String queue) {
    return new CupsSlipPrinter(new CommandRunner(), runDir, queue, cups.here(), PATIENCE);
  }

  private CupsSlipPrinter at(Path socketPath) {
    return new CupsSlipPrinter(
        new CommandRunner(), runDir, "slip", List.of("-h", socketPath.toString()), PATIENCE);
  }

  private static List<Path> filesIn(Path dir) throws Exception {
    try (Stream<Path> files = Files.list(dir)) {
      return files.toList();
    }
  }

  /**
   * The share of a slip's dots that are not on the page, which shows it near its middle. Some are
   * not, since the paper's width is told in whole points and is half a dot less than the slip's.
   */
  private static double differentDots(BufferedImage slip, BufferedImage page) {
    int down = (page.getHeight() - slip.getHeight()) / 2;
    int least = Integer.MAX_VALUE;
    for (int right = -2; right <= 2; right++) {
      for (int lower = down - 2; lower <= down + 2; lower++) {
        least = Math.min(least, differentDots(slip, page, right, lower));
      }
    }
    return (double) least / (slip.getWidth() * slip.getHeight());
  }

  private static int differentDots(BufferedImage slip, BufferedImage page, int right, int down) {
    int different = 0;
    for (int y = 0; y < slip.getHeight(); y++) {
      for (int x = 0; x < slip.getWidth(); x++) {
        int there = Math.clamp(x + right, 0, page.getWidth() - 1);
        if (isDark(slip.getRGB(x, y)) != isDark(page.getRGB(there, y + down))) {
          different++;
        }
      }
    }
    return different;
  }

  private static boolean isDark(int argb) {
    return (argb & 0xff) < 0x80;
  }
}
