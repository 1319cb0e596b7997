package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.escale.protocol.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The code on a ticket is read back from what was drawn. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TicketCodesTest {

  @TempDir static Path folderDir;

  @BeforeAll
  static void drawTickets() throws Exception {
    TicketPapers.drawInto(folderDir);
  }

  @Test
  void theScreensCodeSaysTheTicketInEveryLanguageSizeAndLook() throws Exception {
    for (Language language : Language.values()) {
      List<Path> screens = pictures("screen-" + language.tag());

      assertThat(screens).hasSize(9);
      for (Path screenPath : screens) {
        assertThat(PhonesEye.read(screenPath)).as("%s", screenPath).isEqualTo(ticket(language));
      }
    }
  }

  @Test
  void theSlipsCodeSaysTheTicketInEveryLanguage() throws Exception {
    for (Language language : Language.values()) {
      Path slipPath = folderDir.resolve("slip-" + language.tag() + ".png");

      assertThat(PhonesEye.read(slipPath)).as("%s", slipPath).isEqualTo(ticket(language));
    }
  }

  @Test
  void aSlipIsAsWideAsThePaperSoThatNoDotIsScaled() throws Exception {
    for (Path slipPath : pictures("slip-")) {
      assertThat(ImageIO.read(slipPath.toFile()).getWidth()).isEqualTo(384);
    }
  }

  private static String ticket(Language language) throws Exception {
    String text = Files.readString(folderDir.resolve("text-" + language.tag() + ".txt"));
    assertThat(text).contains(Scenes.DIGITS.digits());
    return text;
  }

  private static List<Path> pictures(String begin) throws Exception {
    try (Stream<Path> all = Files.list(folderDir)) {
      return all.filter(path -> path.getFileName().toString().startsWith(begin)).toList();
    }
  }
}
