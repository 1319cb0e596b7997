package org.escale.tour.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.escale.tour.room.Await;

/** Programs of a visitor that take all that they can get. */
public enum Greed {
  NOTHING(
      "with nothing else to do",
      "true",
      "pids/escale-visit/pids.max",
      "escale-visit/pids.max",
      ".*"),

  /** Each starts two more as long as the station lets it. */
  FORK_BOMB(
      "under a fork bomb",
      "bomb() { bomb | bomb & }; bomb >/dev/null 2>&1 </dev/null &",
      "pids/escale-visit/pids.events",
      "escale-visit/pids.events",
      "max [1-9]\\d*"),

  /** Killed again and again for what they took; ten at a time. */
  MEMORY_HOGS(
      "under ten memory hogs",
      """
      for hog in 0 1 2 3 4 5 6 7 8 9; do
        (while :; do perl -e '$all = "x" x 6e9'; done) >/dev/null 2>&1 </dev/null &
      done
      """,
      "memory/escale-visit/memory.oom_control",
      "escale-visit/memory.events",
      "(?s).*oom_kill [1-9]\\d*.*");

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String words;
  private final String script;
  private final String figure;
  private final String figureOfVersion2;
  private final String full;

  Greed(String words, String script, String figure, String figureOfVersion2, String full) {
    this.words = words;
    this.script = script;
    this.figure = figure;
    this.figureOfVersion2 = figureOfVersion2;
    this.full = full;
  }

  public String words() {
    return words;
  }

  /** What of the control group, of version 2, shows that they have come up against a limit. */
  public String figure() {
    return figureOfVersion2.substring(figureOfVersion2.indexOf('/') + 1);
  }

  /** What it says then. */
  public String full() {
    return full;
  }

  /** For bash; it goes on when the script has ended. */
  public String script() {
    return script;
  }

  /** Waits until they have come up against the station's limit. */
  public void awaitFull() {
    Await.until("a limit to be reached " + words, PATIENCE, () -> read().matches(full));
  }

  private String read() throws IOException {
    for (String file : List.of(figure, figureOfVersion2)) {
      Path path = Path.of("/sys/fs/cgroup", file);
      if (Files.exists(path)) {
        return Files.readString(path).strip();
      }
    }
    return "";
  }
}
