package org.escale.client.os.linux;

import java.util.ArrayList;
import java.util.List;

/** Hears what comes out of a visit, from outside: as the sound server's own user, whom it obeys. */
final class SoundEar {

  private static final int RATE = 8000;
  private static final int LAST = RATE / 5;

  private final String server;

  SoundEar(LinuxSettings settings) {
    this.server = "unix:" + settings.runDir().resolve("visit-sound/socket");
  }

  /** What comes out just now. */
  record Heard(double loudness, double hertz) {

    boolean isTone(int wanted) {
      return loudness > 0.1 && Math.abs(hertz - wanted) < 20;
    }

    boolean isSilence() {
      return loudness == 0;
    }
  }

  /** Asks the server something. */
  String ask(String... question) {
    List<String> words = new ArrayList<>(as(TestStation.SOUND_USER));
    words.addAll(List.of("pactl", "-s", server));
    words.addAll(List.of(question));
    return Machine.run(words.toArray(String[]::new));
  }

  /** True if the server answers this user. */
  boolean answers(String user) {
    List<String> words = new ArrayList<>(as(user));
    words.addAll(List.of("pactl", "-s", server, "info"));
    return Machine.attempt(words.toArray(String[]::new)).exitCode() == 0;
  }

  Heard listen() {
    String record =
        "timeout 0.5 parec -s %s -d station.monitor --raw --format=s16le --channels=1 --rate=%d --latency-msec=20 | od -An -v -td2 -w2"
            .formatted(server, RATE);
    List<String> words = new ArrayList<>(as(TestStation.SOUND_USER));
    words.addAll(List.of("sh", "-c", record));
    List<Integer> samples =
        Machine.run(words.toArray(String[]::new))
            .lines()
            .map(line -> Integer.valueOf(line.strip()))
            .toList();
    return heard(samples.subList(Math.max(0, samples.size() - LAST), samples.size()));
  }

  /** A tone goes through zero twice in each of its waves. */
  private static Heard heard(List<Integer> samples) {
    int loudest = 0;
    int crossings = 0;
    for (int i = 1; i < samples.size(); i++) {
      loudest = Math.max(loudest, Math.abs(samples.get(i)));
      crossings += samples.get(i - 1) < 0 != samples.get(i) < 0 ? 1 : 0;
    }
    double seconds = Math.max(1, samples.size()) / (double) RATE;
    return new Heard(loudest / 32768.0, crossings / 2.0 / seconds);
  }

  private static List<String> as(String user) {
    return List.of(
        "setpriv",
        "--reuid=" + user,
        "--regid=" + user,
        "--clear-groups",
        "env",
        "HOME=/nonexistent",
        "sh",
        "-c",
        "exec \"$@\" 2>/dev/null",
        "quietly");
  }
}
