package org.escale.client.shell;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.escale.client.ipc.FromShell;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Look;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.protocol.Language;

/**
 * Shows every screen in every language, size and look in a real window, and writes down what does
 * not fit. Arguments: the folder for pictures and problems, then words that a picture's name must
 * contain to be made; without any, no pictures are made and the sizes and looks are those that
 * every change must fit.
 */
public final class Gallery {

  /** One window of one size and look, through which all screens go. */
  private record Window(String name, Area size, Journey journey, Surroundings around, Scene scene) {

    static Window open(String name, Area size, Look look) {
      Surroundings around = new Surroundings(Scenes.about(true, false), Scenes.NOW);
      Journey journey = new Journey(around, (FromShell message) -> {}, () -> {});
      ShellWindow window = new ShellWindow(new Stage(), size, look, journey, around);
      window.open();
      return new Window(name, size, journey, around, window.scene());
    }

    void play(Consumer<Journey> play) {
      journey.lostAgent();
      around.languageProperty().set(Language.FRENCH);
      journey.receive(Scenes.about(true, false));
      play.accept(journey);
    }

    /** The display has given the window the size it asked for. */
    boolean stands() {
      return scene.getWidth() == place().width() && scene.getHeight() == place().height();
    }

    private Area place() {
      if (journey.placeProperty().get() instanceof Place.Session(var dock)) {
        return dock.session().layout().dock();
      }
      if (journey.placeProperty().get() instanceof Place.Ending(var goodbye)) {
        return goodbye.ending().layout().dock();
      }
      return size;
    }

    void layOut() {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LARGEST_THAT_MUST_FIT = 1280;
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
        String name = look.getKey() + "-" + size.width();
        if (isWanted(look.getValue(), size)) {
          walk(onToolkit(() -> Window.open(name, size, look.getValue())));
        }
      }
    }
  }

  /** Colours take no room: to fit, two looks are enough. */
  private boolean isWanted(Look look, Area size) {
    return !wanted.isEmpty()
        || (look.colours() == Look.Colours.LIGHT && size.width() <= LARGEST_THAT_MUST_FIT);
  }

  private void walk(Window window) throws Exception {
    Map<Language, Map<String, Consumer<Journey>>> scenes = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.FRENCH, Language.ARABIC)) {
      scenes.put(language, Scenes.in(language, window.size()));
    }
    for (var inLanguage : scenes.entrySet()) {
      for (var scene : inLanguage.getValue().entrySet()) {
        String name =
            "%s-%s-%s".formatted(scene.getKey(), inLanguage.getKey().tag(), window.name());
        if (wanted.stream().allMatch(name::contains)) {
          show(name, window, scene.getValue());
        }
      }
    }
    onToolkit(
        () -> {
          window.scene().getWindow().hide();
          return window;
        });
  }

  private void show(String name, Window window, Consumer<Journey> play) throws Exception {
    onToolkit(
        () -> {
          window.play(play);
          return name;
        });
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!onToolkit(window::stands) && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    // What one laying out finds may ask for another.
    for (int i = 0; i < 3; i++) {
      onToolkit(
          () -> {
            window.layOut();
            return name;
          });
    }
    onToolkit(
        () -> {
          if (!wanted.isEmpty()) {
            save(name, window.scene());
          }
          problems.addAll(ScreenChecks.of(name, window.scene()));
          return name;
        });
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
    ImageIO.write(image, "png", folderDir.resolve(name + ".png").toFile());
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
