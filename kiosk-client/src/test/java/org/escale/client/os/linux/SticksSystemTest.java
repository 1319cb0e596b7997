package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.escale.client.station.Outside;
import org.escale.client.station.Saving;
import org.escale.client.station.Stick;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.WipeItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sticks of every kind, put into a real visit, written by its visitor, and pulled out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("machine")
class SticksSystemTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir static Path dir;

  private final Insider insider = new Insider();
  private final BrowserHands visitor = new BrowserHands(insider);
  private TestStation station;
  private TestStick stick;
  private LinuxVisitSpace space;
  private boolean open;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(67);
    stick = new TestStick(dir);
    LinuxSettings.Devices none = LinuxSettings.Devices.none();
    LinuxSettings.Devices sticks =
        new LinuxSettings.Devices(
            "", none.printSocketPath(), none.printSpoolDir(), List.of(stick.name()), "");
    space = new LinuxVisitSpace(station.settings(sticks), new CommandRunner());
    space.erase();
  }

  /** Opening takes long, and a stick is as new in a visit as in another. */
  @BeforeEach
  void openAVisit() throws Exception {
    if (!open) {
      space.open(TestStation.plan());
      open = true;
    }
    inside("rm -rf ~/Downloads ~/*; mkdir ~/Downloads");
  }

  @AfterEach
  void takeTheStickOut() throws Exception {
    if (stickState() != null) {
      space.eject();
    }
    stick.takeOut();
    await().atMost(SOON).until(() -> space.look().stick() == null);
  }

  @AfterAll
  void tearDown() {
    space.erase();
    stick.close();
    station.close();
  }

  @Test
  void savesDocumentsIntoNewFoldersAndOverwritesNothing() throws Exception {
    putIn(stick.sized(200_000).asExfat("PHOTOS"));
    assertThat(space.look().stick())
        .returns("PHOTOS", Stick::label)
        .returns(true, seen -> seen.freeBytes() > 190_000_000_000L);
    assertThat(inside("findmnt -no OPTIONS /media/usb")).contains("nosuid", "nodev", "noexec");
    assertThat(inside("stat -c %U /media/usb")).isEqualTo("visitor");
    inside(
        """
        cd ~; echo one > Downloads/a.pdf; echo two > a.pdf; echo three > A.PDF
        mkdir Downloads/sub; echo four > 'Downloads/sub/Où ? 10:30.txt'; echo five > 'ends.'
        echo no > .hidden; ln -s /etc/passwd link; mkfifo pipe; echo half > Downloads/x.crdownload
        """);

    assertThat(saved()).isEqualTo(new Saving(Saving.State.NOT_ALL, 5, 6));
    inside("rm ~/Downloads/x.crdownload");
    assertThat(saved()).isEqualTo(new Saving(Saving.State.SAVED, 5, 5));

    eject();
    String day = Machine.run("date", "+%Y-%m-%d").strip();
    assertThat(
            stick
                .find()
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT).replace("escale-" + day, "e")))
        .containsExactlyInAnyOrder(
            "./e/a.pdf",
            "./e/a (2).pdf",
            "./e/a (3).pdf",
            "./e/sub/où _ 10_30.txt",
            "./e/ends_",
            "./e-2/a.pdf",
            "./e-2/a (2).pdf",
            "./e-2/a (3).pdf",
            "./e-2/sub/où _ 10_30.txt",
            "./e-2/ends_");
  }

  @Test
  void showsWhatIsOnAStickInTheVisitsBrowserAndLetsItBeTakenOut() throws Exception {
    Path content = Files.createDirectory(dir.resolve("papers"));
    Files.writeString(content.resolve("letter.html"), "<title>a letter</title>");
    Machine.run("chmod", "-R", "a+rX", content.toString());
    putIn(stick.sized(16).asExt4("PAPERS", content, TestStation.VISITOR));

    space.openStick();

    visitor.does("until_true title_is '*/media/usb/ – Chromium' || { titles; exit 1; }");
    station.picture("stick-in-the-browser");
    visitor.does("reach file:///media/usb/letter.html 'a letter'");
    eject();
  }

  @Test
  void saysHowManyFitOnAStickThatIsTooSmall() throws Exception {
    putIn(stick.sized(16).asExfat("SMALL"));
    inside("cd ~; echo small > a.txt; head -c 30M /dev/zero > big.pdf; echo small > z.txt");

    assertThat(saved()).isEqualTo(new Saving(Saving.State.STICK_FULL, 2, 3));

    eject();
    assertThat(stick.find()).hasLineCount(2).contains("a.txt", "z.txt");
  }

  @Test
  void saysThatAStickWasPulledOutWhileItWasWritten() throws Exception {
    putIn(stick.sized(1000).asExfat("PULLED"));
    inside("cd ~; for i in 1 2 3; do head -c 100M /dev/urandom > $i.pdf; done");

    space.save();
    await().atMost(SOON).until(() -> space.look().saving().of() == 3);
    stick.pullOut();

    await().atMost(SOON).until(() -> space.look().stick() == null);
    await().atMost(SOON).until(() -> !space.look().saving().underWay());
    assertThat(space.look().saving().state()).isEqualTo(Saving.State.STICK_GONE);
    assertThat(space.look().saving().copied()).isLessThan(3);
    assertThat(inside("ls /media/usb")).isEmpty();
  }

  @Test
  void runsNothingFromAStickAndOpensNoDeviceOnIt() throws Exception {
    Path content = Files.createDirectory(dir.resolve("content"));
    Machine.run("cp", "/usr/bin/id", content.resolve("id").toString());
    Machine.run("chmod", "6755", content.resolve("id").toString());
    Machine.run("mknod", "-m", "0666", content.resolve("disk").toString(), "b", "254", "0");
    Machine.run("chmod", "0777", content.toString());
    putIn(stick.sized(16).asExt4("EVIL", content, TestStation.VISITOR));
    inside("echo mine > ~/mine.txt");

    assertThat(insider.run("/media/usb/id").exitCode()).isEqualTo(126);
    assertThat(insider.run("head -c 1 /media/usb/disk").exitCode()).isNotZero();
    assertThat(insider.run("mount -o remount,exec,dev,suid /media/usb").exitCode()).isNotZero();
    assertThat(saved().state()).isEqualTo(Saving.State.SAVED);
  }

  @Test
  void writesNothingOnAStickThatIsProtected() throws Exception {
    stick.sized(16).asExfat("LOCKED").putInReadOnly();
    awaitState(Stick.State.READ_ONLY);
    inside("echo mine > ~/mine.txt");

    space.save();

    assertThat(space.look().saving().underWay()).isFalse();
    assertThat(insider.run("touch /media/usb/x").exitCode()).isNotZero();
  }

  @Test
  void saysThatAStickHoldsNothingThatCanBeRead() throws Exception {
    stick.sized(16).putIn();

    awaitState(Stick.State.NOT_READABLE);
    assertThat(inside("ls /media/usb")).isEmpty();
  }

  @Test
  void ejectsNoStickThatIsInUse() throws Exception {
    putIn(stick.sized(16).asExfat("BUSY"));
    inside("echo x > /media/usb/open; exec 7</media/usb/open; sleep 300 <&7 >/dev/null 2>&1 &");

    space.eject();
    assertThat(stickState()).isEqualTo(Stick.State.IN_USE);
    inside("pkill sleep");
    await().atMost(SOON).until(() -> insider.run("pgrep sleep").exitCode() != 0 || stop());
    eject();
  }

  @Test
  void doesNotCallAStickEjectedThatIsHeldWhereNobodyLooks() throws Exception {
    putIn(stick.sized(16).asExfat("HIDDEN"));
    inside(
        "unshare -Urm bash -c 'mount --make-rprivate /; exec -a esct-holder sleep 300'"
            + " >/dev/null 2>&1 & sleep 0.5");

    assertThat(insider.run("pgrep -f esct-holder").exitCode()).isZero();

    space.eject();

    Stick.State state = stickState();
    space.erase();
    open = false;
    assertThat(state).isEqualTo(Stick.State.IN_USE);
  }

  @Test
  void leavesAForgottenStickAsItIsAndShowsItToNobodyElse() throws Exception {
    putIn(stick.sized(16).asExfat("FORGOTTEN"));
    inside("echo mine > /media/usb/mine.txt");

    VisitSpace.Erased erased = space.erase();
    open = false;

    assertThat(erased.left()).isEmpty();
    assertThat(erased.checked()).containsEntry(WipeItem.REMOVABLE_MEDIA, 1);
    assertThat(Machine.run("cat", "/proc/self/mountinfo")).doesNotContain("/media/usb");
    assertThat(stick.find()).isEqualTo("./mine.txt\n");
    space.open(TestStation.plan());
    open = true;
    assertThat(space.look().stick()).isNull();
    stick.takeOut();
    assertThat(space.look().stick()).isNull();
    stick.putIn();
    awaitState(Stick.State.READY);
  }

  private boolean stop() {
    insider.run("pkill -KILL sleep");
    return false;
  }

  private void putIn(TestStick ready) throws Exception {
    ready.putIn();
    awaitState(Stick.State.READY);
  }

  private void eject() throws Exception {
    space.eject();
    assertThat(stickState()).isEqualTo(Stick.State.EJECTED);
    stick.takeOut();
  }

  private Saving saved() throws Exception {
    space.save();
    await().atMost(SOON).until(() -> !space.look().saving().underWay());
    return space.look().saving();
  }

  private void awaitState(Stick.State state) throws Exception {
    await().atMost(SOON).until(() -> stickState() == state);
  }

  private Stick.@Nullable State stickState() throws Exception {
    Outside outside = space.look();
    return outside.stick() == null ? null : outside.stick().state();
  }

  private String inside(String script) {
    return insider.run(script).output().strip();
  }
}
