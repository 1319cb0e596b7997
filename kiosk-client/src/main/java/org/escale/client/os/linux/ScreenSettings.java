package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escale.protocol.WipeItem;

/**
 * Resolution, gamma and brightness of the station's screen. What they were before the first visit
 * since the machine started is written down in the run folder, and brought back.
 */
final class ScreenSettings implements Leftover {

  private static final Path BACKLIGHTS = Path.of("/sys/class/backlight");

  private final CommandRunner commands;
  private final LinuxSettings.OuterDisplay display;
  private final Path beforePath;
  private final Path backlightsDir;

  ScreenSettings(CommandRunner commands, LinuxSettings settings) {
    this(commands, settings, BACKLIGHTS);
  }

  ScreenSettings(CommandRunner commands, LinuxSettings settings, Path backlightsDir) {
    this.commands = commands;
    this.display = settings.outerDisplay();
    this.beforePath = settings.runDir().resolve("screen-before");
    this.backlightsDir = backlightsDir;
  }

  /** Everything about the screen at one time. */
  private record Set(String printed, Map<String, String> backlights) {

    List<ScreenOutput> outputs() {
      return ScreenOutput.parse(printed);
    }
  }

  @Override
  public WipeItem item() {
    return WipeItem.SCREEN;
  }

  /** A station without a screen yet shows nothing that could be changed. */
  @Override
  public boolean isHere() {
    return Files.exists(Path.of("/tmp/.X11-unix/X" + display.name().replaceAll("^.*:|\\..*$", "")));
  }

  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  @Override
  public int clean() throws LinuxException {
    Set before = before();
    List<ScreenOutput> changed = changed(before);
    List<String> lights = changedLights(before);
    if (!changed.isEmpty()) {
      List<String> arguments = new ArrayList<>();
      before.outputs().forEach(output -> arguments.addAll(output.arguments()));
      xrandr(arguments);
    }
    for (String light : lights) {
      KernelFile.write(lightPath(light), before.backlights().getOrDefault(light, ""));
    }
    return changed.size() + lights.size();
  }

  @Override
  public int count() throws LinuxException {
    Set before = before();
    return changed(before).size() + changedLights(before).size();
  }

  private List<ScreenOutput> changed(Set before) throws LinuxException {
    List<ScreenOutput> now = ScreenOutput.parse(xrandr(List.of("--current", "--verbose")));
    return before.outputs().stream()
        .filter(output -> now.stream().noneMatch(found -> found.isLike(output)))
        .toList();
  }

  private List<String> changedLights(Set before) throws LinuxException {
    Map<String, String> now = backlights();
    return before.backlights().entrySet().stream()
        .filter(light -> !light.getValue().equals(now.get(light.getKey())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Written down the first time that it is asked for, which is before the first visit. */
  private Set before() throws LinuxException {
    if (!Files.exists(beforePath)) {
      Set now = new Set(xrandr(List.of("--current", "--verbose")), backlights());
      StringBuilder text = new StringBuilder();
      now.backlights().forEach((name, value) -> text.append(name + " " + value + "\n"));
      write(text + "\n" + now.printed());
      return now;
    }
    String[] text = KernelFile.read(beforePath).split("\n\n|^\n", 2);
    Map<String, String> lights = new TreeMap<>();
    text[0]
        .lines()
        .map(line -> line.split(" ", 2))
        .filter(words -> words.length == 2)
        .forEach(words -> lights.put(words[0], words[1]));
    return new Set(text[text.length - 1], lights);
  }

  private void write(String text) throws LinuxException {
    try {
      Files.createDirectories(beforePath.getParent());
      Files.writeString(beforePath, text);
    } catch (IOException e) {
      throw new LinuxException("cannot write " + beforePath, e);
    }
  }

  private Map<String, String> backlights() throws LinuxException {
    Map<String, String> lights = new TreeMap<>();
    if (!Files.isDirectory(backlightsDir)) {
      return lights;
    }
    try (DirectoryStream<Path> dirs = Files.newDirectoryStream(backlightsDir)) {
      for (Path dir : dirs) {
        String name = String.valueOf(dir.getFileName());
        lights.put(name, KernelFile.read(lightPath(name)).strip());
      }
    } catch (IOException e) {
      throw new LinuxException("cannot look into " + backlightsDir, e);
    }
    return lights;
  }

  private Path lightPath(String name) {
    return backlightsDir.resolve(name).resolve("brightness");
  }

  private String xrandr(List<String> arguments) throws LinuxException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "DISPLAY=" + display.name(),
                "XAUTHORITY=" + display.authorityPath(),
                "xrandr"));
    command.addAll(arguments);
    return commands.run(command);
  }
}
