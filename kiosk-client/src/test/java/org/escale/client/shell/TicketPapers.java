package org.escale.client.shell;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.SlipPage;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Look;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.protocol.Language;

/**
 * Shows a ticket in every language, size and look in a real window, presses what prints it, and
 * keeps both pictures: {@code screen-LANGUAGE-LOOK-WIDTH.png} and {@code slip-LANGUAGE.png}, and
 * what the code should say in {@code text-LANGUAGE.txt}. Arguments: the folder, and {@code once}
 * for the slips alone, which are the same in every size and look.
 */
public final class TicketPapers {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final List<Area> SIZES =
      List.of(new Area(0, 0, 1024, 768), new Area(0, 0, 1280, 800), new Area(0, 0, 1920, 1080));
  private static final Map<String, Look> LOOKS =
      Map.of(
          "plain", new Look(Look.Colours.LIGHT, false),
          "large", new Look(Look.Colours.LIGHT, true),
          "dark", new Look(Look.Colours.DARK, false));

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Path folderDir;
  private final boolean once;

  private TicketPapers(Path folderDir, boolean once) {
    this.folderDir = folderDir;
    this.once = once;
  }

  /** Draws them all in a program of its own, on a display of its own. */
  public static void drawInto(Path folderDir, String... once) throws Exception {
    Process display =
        new ProcessBuilder(
                "Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", "-nolisten", "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader said = display.inputReader(StandardCharsets.US_ASCII)) {
      String number = Objects.requireNonNull(said.readLine(), "Xvfb did not start");
      Path logPath = folderDir.resolve("papers.log");
      ProcessBuilder papers =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  TicketPapers.class.getName(),
                  folderDir.toString())
              .redirectErrorStream(true)
              .redirectOutput(logPath.toFile());
      papers.command().addAll(List.of(once));
      papers.environment().put("DISPLAY", ":" + number);
      Process drawing = papers.start();
      boolean ended = drawing.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
      drawing.destroyForcibly().waitFor();
      if (!ended || drawing.exitValue() != 0) {
        throw new IllegalStateException("no tickets were drawn: " + Files.readString(logPath));
      }
    } finally {
      display.destroy();
      display.waitFor();
    }
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          e.printStackTrace();
          System.exit(1);
        });
    new TicketPapers(Path.of(args[0]), args.length > 1).drawAll();
    System.exit(0);
  }

  private void drawAll() throws Exception {
    for (var look : LOOKS.entrySet()) {
      for (Area size : SIZES) {
        for (Language language : Language.values()) {
          draw(language, size, look.getKey(), look.getValue());
        }
        if (once) {
          return;
        }
      }
    }
  }

  private void draw(Language language, Area size, String lookName, Look look) throws Exception {
    Surroundings around = new Surroundings(Scenes.about(true, false), Scenes.NOW);
    Journey journey = new Journey(around, this::keepSlip, () -> {});
    Scene scene = onToolkit(() -> open(language, size, look, journey, around));
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!onToolkit(() -> isShown(scene, size)) && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    onToolkit(
        () -> {
          keep(language, size, lookName, journey, scene);
          return scene;
        });
  }

  private static Scene open(
      Language language, Area size, Look look, Journey journey, Surroundings around) {
    ShellWindow window = new ShellWindow(new Stage(), size, look, journey, around);
    window.open();
    Objects.requireNonNull(Scenes.in(language, size).get("booked")).accept(journey);
    return window.scene();
  }

  private static boolean isShown(Scene scene, Area size) {
    return scene.getWidth() == size.width()
        && scene.getHeight() == size.height()
        && scene.lookup("#print-slip") != null;
  }

  private void keep(Language language, Area size, String look, Journey journey, Scene scene)
      throws IOException {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    String tag = language.tag();
    save("screen-%s-%s-%d.png".formatted(tag, look, size.width()), scene);
    if (journey.placeProperty().get() instanceof Place.Booked(var model)) {
      Files.writeString(folderDir.resolve("text-" + tag + ".txt"), model.text());
    }
    printing = folderDir.resolve("slip-" + tag + ".png");
    ((Button) Objects.requireNonNull(scene.lookup("#print-slip"))).fire();
    scene.getWindow().hide();
  }

  private Path printing = Path.of("none");

  private void keepSlip(FromShell message) {
    if (message instanceof FromShell.PrintSlip(SlipPage page)) {
      try {
        Files.write(printing, page.bytes());
      } catch (IOException e) {
        throw new IllegalStateException("the slip cannot be kept", e);
      }
    }
  }

  private void save(String name, Scene scene) throws IOException {
    WritableImage picture = scene.snapshot(null);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(image, "png", folderDir.resolve(name).toFile());
  }

  private interface Deed<T> {
    T run() throws Exception;
  }

  private static <T> T onToolkit(Deed<T> deed) throws InterruptedException, ExecutionException {
    FutureTask<T> task = new FutureTask<>(deed::run);
    Platform.runLater(task);
    return task.get();
  }
}
