package org.escale.client.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Look;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.protocol.Language;

/**
 * Shows every screen in every language, size and look in a real window, saves pictures of them, and
 * writes down what does not fit. Arguments: the folder for pictures and problems, then words that a
 * picture's name must contain to be made ({@code none} for no pictures at all).
 */
public final class Gallery {

  private static final List<Area> SIZES =
      List.of(new Area(0, 0, 1024, 768), new Area(0, 0, 1280, 800), new Area(0, 0, 1920, 1080));
  private static final Map<String, Look> LOOKS =
      Map.of(
          "plain", new Look(Look.Colours.LIGHT, false),
          "large", new Look(Look.Colours.LIGHT, true),
          "contrast", new Look(Look.Colours.HIGH_CONTRAST, false),
          "dark", new Look(Look.Colours.DARK, false));

  private final Path folderDir;
  private final List<String> wanted;
  private final List<String> problems = new ArrayList<>();

  private Gallery(Path folderDir, List<String> wanted) {
    this.folderDir = folderDir;
    this.wanted = wanted;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    Gallery gallery =
        new Gallery(
            Files.createDirectories(Path.of(args[0])), List.of(args).subList(1, args.length));
    gallery.walk();
    Files.write(gallery.folderDir.resolve("problems.txt"), gallery.problems);
    System.exit(0);
  }

  private void walk() throws Exception {
    for (var look : LOOKS.entrySet()) {
      for (Area size : SIZES) {
        for (Language language : Language.values()) {
          for (var scene : Scenes.in(language, size).entrySet()) {
            String name =
                "%s-%s-%s-%d"
                    .formatted(scene.getKey(), language.tag(), look.getKey(), size.width());
            show(name, size, look.getValue(), scene.getValue());
          }
        }
      }
    }
  }

  private void show(String name, Area size, Look look, Consumer<Journey> play) throws Exception {
    boolean picture = !wanted.isEmpty() && wanted.stream().allMatch(name::contains);
    boolean onlyChecks = wanted.equals(List.of("none"));
    if (!picture && !onlyChecks) {
      return;
    }
    Surroundings around = new Surroundings(Scenes.about(true, false), Scenes.NOW);
    Journey journey = new Journey(around, message -> {}, () -> {});
    Stage stage =
        onToolkit(
            () -> {
              new Robot().mouseMove(1919, 1079);
              Stage window = new Stage();
              new ShellWindow(window, size, look, journey, around).open();
              play.accept(journey);
              return window;
            });
    pulses(picture ? 12 : 3);
    onToolkit(
        () -> {
          problems.addAll(ScreenChecks.of(name, Objects.requireNonNull(stage.getScene())));
          if (picture) {
            save(name, stage);
          }
          stage.hide();
          return name;
        });
  }

  private void save(String name, Stage stage) throws IOException {
    WritableImage picture =
        new Robot()
            .getScreenCapture(
                null, stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(image, "png", folderDir.resolve(name + ".png").toFile());
  }

  private interface Deed<T> {
    T run() throws Exception;
  }

  private static <T> T onToolkit(Deed<T> deed) throws Exception {
    FutureTask<T> task = new FutureTask<>(deed::run);
    Platform.runLater(task);
    return task.get();
  }

  /** Waits until the toolkit has laid out and drawn a few times. */
  private static void pulses(int count) throws Exception {
    CountDownLatch left = new CountDownLatch(count);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            left.countDown();
          }
        };
    Platform.runLater(timer::start);
    left.await(5, TimeUnit.SECONDS);
    Platform.runLater(timer::stop);
  }
}
