package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.WipeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A visit prints on a real CUPS, told what a station's is told, and leaves nothing there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("machine")
class PrintJobsSystemTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir static Path cupsDir;

  private final Insider insider = new Insider();
  private final CommandRunner commands = new CommandRunner();
  private TestStation station;
  private PrivateCups cups;
  private LinuxSettings settings;
  private LinuxVisitSpace space;

  @BeforeAll
  void setUp() throws Exception {
    cups = new PrivateCups(cupsDir);
    cups.addPrinter("office", "keep");
    cups.addPrinter("stuck", "hang");
    station = new TestStation(66);
    settings = station.settings(devices("office"));
    space = new LinuxVisitSpace(settings, commands);
    space.erase();
  }

  @AfterEach
  void eraseAll() {
    space.erase();
  }

  @AfterAll
  void tearDown() {
    station.close();
    cups.close();
  }

  @Test
  void printsFromTheBrowserAndFromProgramsAndErases() throws Exception {
    space.open(TestStation.plan());
    assertThat(space.look().printer()).isTrue();

    assertThat(insider.run("echo attestation > ~/paper.txt && lp ~/paper.txt").output())
        .contains("request id is office-");
    pressPrintInTheBrowser();

    await().atMost(SOON).until(() -> cups.said().lines().filter("visitor"::equals).count() >= 2);
    await().atMost(SOON).until(() -> space.look().inPrinter() == 0);
    VisitSpace.Erased erased = space.erase();
    assertThat(erased.left()).isEmpty();
    assertThat(erased.checked()).containsKey(WipeItem.PRINT_JOBS);
    assertThat(spooled()).isEmpty();
  }

  @Test
  void letsNoVisitorLookAfterThePrinterOrMakeOneOfHerOwn() throws Exception {
    space.open(TestStation.plan());
    String told = Files.readString(cupsDir.resolve("cupsd.conf"));

    for (String attempt :
        List.of(
            "/usr/sbin/lpadmin -p mine -E -v socket://192.168.1.1 -m everywhere",
            "/usr/sbin/lpadmin -p office -v file:///dev/null",
            "/usr/sbin/cupsdisable office",
            "/usr/sbin/cupsreject office",
            "/usr/sbin/cupsctl --remote-admin </dev/null",
            "curl -sf --unix-socket /run/cups/cups.sock http://localhost/admin/conf/cupsd.conf",
            "curl -sf --unix-socket /run/cups/cups.sock http://localhost/admin/log/error_log",
            "lpmove office stuck",
            "cancel -a")) {
      assertThat(insider.run(attempt).exitCode()).as(attempt).isNotZero();
    }
    assertThat(Machine.run("lpstat", "-h", cups.socketPath().toString(), "-v"))
        .hasLineCount(2)
        .doesNotContain("mine");
    assertThat(cupsDir.resolve("cupsd.conf")).hasContent(told);
  }

  @Test
  void takesBackWhatWaitsAndGivesAPageThatComesOutItsTime() throws Exception {
    PrintJobs jobs = jobs("stuck", Duration.ofSeconds(1));
    print("stuck", "first", "second", "third");
    await().atMost(SOON).until(() -> jobs.look().printing().size() == 1);
    assertThat(jobs.look().waiting()).hasSize(2);
    assertThat(jobs.count()).isGreaterThan(3);

    long start = System.nanoTime();
    int found = jobs.clean();

    assertThat(found).isEqualTo(3);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    assertThat(jobs.count()).isZero();
    assertThat(spooled()).isEmpty();
  }

  @Test
  void asksAnEmptyPrinterOnlyOnceUntilItsSpoolChanges() throws Exception {
    PrintJobs jobs = jobs("stuck", Duration.ZERO);
    AtomicInteger asked = new AtomicInteger();
    PrinterWatch watch =
        new PrinterWatch(
            () -> {
              asked.incrementAndGet();
              return jobs.look();
            },
            cups.spoolDir());

    assertThat(watch.look().ready()).isTrue();
    assertThat(watch.look().ready()).isTrue();
    assertThat(asked).hasValue(1);
    print("stuck", "page");
    await().atMost(SOON).until(() -> watch.look().size() == 1);
    jobs.clean();
    await().atMost(SOON).until(() -> watch.look().size() == 0);
  }

  @Test
  void takesBackAJobWhoseOwnerIsSaidToBeSomebodyElse() throws Exception {
    space.open(TestStation.plan());
    insider.run("echo x | lp -U root -d stuck -t not-mine");
    PrintJobs jobs = jobs("office", Duration.ZERO);
    await().atMost(SOON).until(() -> jobs.look().size() == 1);

    assertThat(jobs.clean()).isEqualTo(1);

    assertThat(jobs.count()).isZero();
  }

  @Test
  void cleansTheSpoolOfACupsThatNoLongerRuns() throws Exception {
    Path deadDir = Files.createDirectory(cupsDir.resolve("dead"));
    PrivateCups dead = new PrivateCups(deadDir);
    dead.addPrinter("stuck", "hang");
    Machine.run(
        "sh",
        "-c",
        "echo secret | lp -h " + dead.socketPath() + " -d stuck -o job-hold-until=indefinite");
    dead.kill();
    PrintJobs jobs =
        new PrintJobs(
            commands,
            new LinuxSettings.Devices("stuck", dead.socketPath(), dead.spoolDir(), List.of(), ""),
            Duration.ZERO);
    assertThat(jobs.count()).isPositive();

    jobs.clean();

    assertThat(jobs.count()).isZero();
  }

  @Test
  void saysNothingOfAPrinterWhereThereIsNone() throws Exception {
    LinuxVisitSpace without =
        new LinuxVisitSpace(station.settings(LinuxSettings.Devices.none()), commands);
    without.open(TestStation.plan());

    assertThat(without.look().printer()).isFalse();
    assertThat(insider.run("test -e /run/cups").exitCode()).isNotZero();
    assertThat(insider.run("lpstat -a").exitCode()).isNotZero();
    assertThat(without.erase().checked()).doesNotContainKey(WipeItem.PRINT_JOBS);
  }

  /** By the keys that a person would press, on the visit's own display. */
  private void pressPrintInTheBrowser() throws Exception {
    space.browse(URI.create("about:blank"));
    assertThat(
            insider
                .run(
                    """
                    window=$(xdotool search --sync --onlyvisible --class chromium | head -1)
                    xdotool windowactivate --sync $window
                    """)
                .exitCode())
        .isZero();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              insider.run("xdotool key ctrl+p; sleep 2; xdotool key Return");
              return cups.said().lines().filter("visitor"::equals).count() >= 2;
            });
  }

  private void print(String printer, String... texts) {
    for (String text : texts) {
      String socket = cups.socketPath().toString();
      Machine.run("sh", "-c", "echo " + text + " | lp -h " + socket + " -d " + printer);
    }
  }

  private PrintJobs jobs(String printer, Duration patience) {
    return new PrintJobs(commands, devices(printer), patience);
  }

  private LinuxSettings.Devices devices(String printer) {
    return new LinuxSettings.Devices(printer, cups.socketPath(), cups.spoolDir(), List.of(), "");
  }

  /** By another eye than the wipe's. */
  private String spooled() {
    return Machine.run("find", cups.spoolDir().toString(), "-type", "f").strip();
  }
}
