package org.escale.client.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real windows on a virtual display of their own, so that nobody's display is used. */
class ScreensTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folderDir;

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void everyScreenFitsIsMirroredAndReachedByKeyboardInFrenchAndArabic() throws Exception {
    Process display = startDisplay();
    try {
      String number = displayNumber(display);
      Process gallery = startGallery(number);
      boolean ended = gallery.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      gallery.destroyForcibly();

      assertThat(ended).as("all screens were shown in time").isTrue();
      assertThat(Files.readString(folderDir.resolve("gallery.log"))).doesNotContain("Exception");
      assertThat(Files.readAllLines(folderDir.resolve("problems.txt"))).isEmpty();
    } finally {
      display.destroy();
      display.waitFor();
    }
  }

  private static Process startDisplay() throws IOException {
    return new ProcessBuilder(
            "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Xvfb picks a free number and says it once it can be used. */
  private static String displayNumber(Process display) throws IOException {
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(display.getInputStream(), StandardCharsets.US_ASCII));
    return ":" + Objects.requireNonNull(said.readLine(), "Xvfb did not start");
  }

  private Process startGallery(String display) throws IOException {
    ProcessBuilder gallery =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Gallery.class.getName(),
                    folderDir.toString()))
            .redirectErrorStream(true)
            .redirectOutput(folderDir.resolve("gallery.log").toFile());
    gallery.environment().put("DISPLAY", display);
    return gallery.start();
  }
}
