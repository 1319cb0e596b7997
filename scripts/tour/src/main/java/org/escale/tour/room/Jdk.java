package org.escale.tour.room;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the room's programs with the JDK that runs the room. */
final class Jdk {

  private Jdk() {}

  static Path home() {
    return Path.of(System.getProperty("java.home"));
  }

  static List<String> command(List<String> options, String classPath, String... mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(home().resolve("bin/java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(mainAndArguments));
    return command;
  }
}
