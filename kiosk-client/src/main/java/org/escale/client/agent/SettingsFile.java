package org.escale.client.agent;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A properties file, read strictly: a setting that nobody knows is a mistake too. */
final class SettingsFile {

  private final Path file;
  private final Properties lines = new Properties();
  private final Set<String> asked = new TreeSet<>();

  SettingsFile(Path file) throws CannotStartException {
    this.file = file;
    try {
      lines.load(new StringReader(Files.readString(file)));
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotStartException("The settings in " + file + " cannot be read.", e);
    }
  }

  String text(String name, String usual) {
    asked.add(name);
    return lines.getProperty(name, usual).strip();
  }

  Path path(String name, String usual) throws CannotStartException {
    return as(name, usual, "the path of a file, from the root", SettingsFile::absolute);
  }

  int number(String name, int usual) throws CannotStartException {
    return as(name, Integer.toString(usual), "a number", Integer::valueOf);
  }

  /** Written as in {@code PT90S} or {@code PT10M}. */
  Duration duration(String name, Duration usual) throws CannotStartException {
    return as(name, usual.toString(), "a duration like PT90S or PT10M", SettingsFile::positive);
  }

  /** Parted by commas. */
  List<String> list(String name) {
    return Arrays.stream(text(name, "").split(",", -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .toList();
  }

  List<Path> paths(String name) throws CannotStartException {
    return as(
        name,
        "",
        "a list of paths, from the root, parted by commas",
        text -> list(name).stream().map(SettingsFile::absolute).toList());
  }

  <T> T as(String name, String usual, String kind, Function<String, T> reader)
      throws CannotStartException {
    String text = text(name, usual);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new CannotStartException(
          "The setting " + name + " in " + file + " must be " + kind + ", not \"" + text + "\".",
          e);
    }
  }

  /** To be called when every setting has been asked for. */
  void refuseUnknown() throws CannotStartException {
    Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
    unknown.removeAll(asked);
    if (!unknown.isEmpty()) {
      throw new CannotStartException(
          "There is no setting " + String.join(", ", unknown) + ", but " + file + " has it.");
    }
  }

  private static Path absolute(String text) {
    try {
      Path path = Path.of(text);
      if (!path.isAbsolute()) {
        throw new IllegalArgumentException("not from the root");
      }
      return path;
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a path", e);
    }
  }

  private static Duration positive(String text) {
    Duration duration = Duration.parse(text);
    if (!duration.isPositive()) {
      throw new IllegalArgumentException("not positive");
    }
    return duration;
  }
}
