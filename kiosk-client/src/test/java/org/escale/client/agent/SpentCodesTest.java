package org.escale.client.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.escale.client.journal.Entry;
import org.escale.client.journal.Journal;
import org.escale.client.journal.ReceiptHead;
import org.escale.client.station.Emergency;
import org.escale.client.station.Remembered;
import org.escale.protocol.EmergencySheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Printed codes at a station whose agent is killed, as by a power cut, whatever it is doing. */
class SpentCodesTest {

  private static final int KILLS = 4;
  private static final int MOST_LINES = 20;
  private static final int MOST_NANOS = 5_000_000;

  private static final Set<Integer> ALL =
      IntStream.rangeClosed(1, CodeSpender.CODES.size()).boxed().collect(Collectors.toSet());

  @TempDir Path dir;

  private final Set<Integer> opened = new HashSet<>();

  @Test
  @Timeout(value = 1, unit = TimeUnit.MINUTES)
  void noCodeOpensASecondVisitHoweverOftenTheAgentIsKilled() throws Exception {
    Emergency.Kept fresh = new Emergency.Kept(sheet(), Set.of(), 0);
    try (Journal journal = Journal.open(path())) {
      Remembered remembered = new Remembered(null, null, false, fresh);
      journal.write(new Entry(remembered, null, Map.of(), List.of(), ReceiptHead.NONE));
    }

    Random random = new Random();
    for (int kill = 0; kill < KILLS; kill++) {
      typeAllCodesAndKillAfter(1 + random.nextInt(MOST_LINES), random.nextInt(MOST_NANOS));
      assertThat(spent()).as("those that opened a visit are spent").containsAll(opened);
    }
    typeAllCodes();

    assertThat(spent()).isEqualTo(ALL);
    assertThat(ALL.size() - opened.size())
        .as("at most one code a kill was spent without a visit")
        .isLessThanOrEqualTo(KILLS);
  }

  private void typeAllCodesAndKillAfter(int lines, int nanos) throws IOException {
    Process agent = start();
    try (BufferedReader said = agent.inputReader()) {
      for (int line = 0; line < lines; line++) {
        heard(said.readLine());
      }
      LockSupport.parkNanos(nanos);
      // Not Process.destroyForcibly: that would close the output as well.
      agent.toHandle().destroyForcibly();
      said.lines().forEach(this::heard);
    }
  }

  private void typeAllCodes() throws IOException {
    Process agent = start();
    try (BufferedReader said = agent.inputReader()) {
      List<String> all = said.lines().toList();
      all.forEach(this::heard);
      assertThat(all).last().isEqualTo("done");
    }
  }

  private void heard(String line) {
    if (line.startsWith("opened ")) {
      assertThat(opened.add(Integer.valueOf(line.substring(7)))).as(line + " once").isTrue();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            CodeSpender.class.getName(),
            path().toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private Set<Integer> spent() throws Exception {
    try (Journal journal = Journal.open(path())) {
      Emergency.Kept kept = journal.remembered().emergency();
      return kept == null ? Set.of() : kept.used();
    }
  }

  private static EmergencySheet sheet() {
    return EmergencySheet.of(Duration.ofHours(1), CodeSpender.CODES, 1, new SecureRandom());
  }

  private Path path() {
    return dir.resolve("journal.db");
  }
}
