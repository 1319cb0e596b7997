package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.SessionId;
import org.escale.protocol.WipeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A visit is heard by its own sound server, changes nothing of it and leaves nothing there. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SoundSystemTest {

  private static final Duration SOON = Duration.ofSeconds(15);
  private static final int TONE = 660;
  private static final int BROWSERS_TONE = 440;

  /** Writes a tone of some seconds, each as the other, as a file that browsers play. */
  private static final String WRITE_TONE =
      """
      perl -e 'my ($hertz, $seconds) = @ARGV;
        my $tone = pack("s<*", map { 20000 * sin(6.2831853 * $hertz * $_ / 22050) } 0..22049) x $seconds;
        print "RIFF" . pack("V", 36 + length $tone) . "WAVEfmt "
          . pack("VvvVVvv", 16, 1, 1, 22050, 44100, 2, 16) . "data" . pack("V", length $tone) . $tone' \
        %d %d > %s
      """;

  private final Insider insider = new Insider();
  private final Queue<SessionId> lost = new ConcurrentLinkedQueue<>();
  private TestStation station;
  private LinuxVisitSpace space;
  private SoundEar ear;
  private boolean open;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(68);
    LinuxSettings settings = station.settings(TestStation.sound());
    ear = new SoundEar(settings);
    space = new LinuxVisitSpace(settings, new CommandRunner());
    space.whenLost(lost::add);
    space.erase();
  }

  /** Opening takes long. */
  @BeforeEach
  void openAVisit() throws Exception {
    if (!open) {
      space.open(TestStation.plan());
      insider.run(WRITE_TONE.formatted(TONE, 30, "/tmp/tone.wav"));
      open = true;
    }
    insider.run("pkill pacat");
  }

  private void erase() {
    open = false;
    VisitSpace.Erased erased = space.erase();
    assertThat(erased.left()).isEmpty();
    assertThat(erased.checked()).containsKey(WipeItem.SOUND);
  }

  @AfterAll
  void tearDown() {
    space.erase();
    station.close();
  }

  @Test
  void aProgramIsHeardUntilTheVisitIsHidden() throws Exception {
    play();
    await().atMost(SOON).until(() -> ear.listen().isTone(TONE));

    space.cover();

    await().atMost(SOON).until(() -> ear.listen().isSilence());
    space.uncover();
    await().atMost(SOON).until(() -> ear.listen().isTone(TONE));
  }

  @Test
  void aPageIsHeardOnceItIsPressed() {
    insider.run(WRITE_TONE.formatted(BROWSERS_TONE, 3, "~/Downloads/tone.wav"));
    BrowserHands visitor = new BrowserHands(insider);
    visitor.shows(
        "sound.html",
        """
        <title>a sound</title><audio src="tone.wav" loop></audio>
        <script>
        const audio = document.querySelector('audio');
        document.onclick = () => audio.paused ? audio.play() : audio.pause();
        </script>
        """,
        "a sound");

    visitor.does("xdotool mousemove 500 400 click 1");

    await().atMost(SOON).until(() -> ear.listen().isTone(BROWSERS_TONE));
    visitor.does("xdotool click 1");
    await().atMost(SOON).until(() -> ear.listen().isSilence());
  }

  @Test
  void letsInTheDisplayAndTheSoundAlone() {
    assertThat(
            insider
                .run(
                    "find /run /tmp /var /dev /etc -print0 2>/dev/null"
                        + " | perl -0 -ne 'chomp; print \"$_\\n\" if -S $_'")
                .output()
                .lines()
                .filter(line -> !line.contains("SingletonSocket")))
        .containsExactlyInAnyOrder("/run/escale/sound/socket", "/tmp/.X11-unix/X73");
    assertThat(insider.run("touch /run/escale/sound/x || rm /run/escale/sound/socket").exitCode())
        .isNotZero();
  }

  @Test
  void noProgramChangesWhatTheServerIsMadeOfOrEndsIt() {
    String before = serverId();
    String modules = ear.ask("list", "short", "modules");

    String obeyed =
        insider
            .run(
                """
                while read -r attempt; do pactl $attempt && echo "obeyed: $attempt"; done <<'END'
                load-module module-native-protocol-tcp auth-anonymous=1
                load-module module-simple-protocol-tcp
                load-module module-cli-protocol-unix
                load-module module-tunnel-sink server=192.168.1.1
                load-module module-pipe-sink file=/run/sound/pipe
                load-module module-alsa-source
                load-module module-null-sink
                exit
                END
                """)
            .output();

    assertThat(obeyed).doesNotContain("obeyed").contains("Access denied");
    // To this, the server says neither yes nor no.
    insider.run("for module in 0 1 2; do pactl unload-module $module; done");

    assertThat(insider.run("pactl info").exitCode()).isZero();
    assertThat(ear.ask("list", "short", "modules")).isEqualTo(modules);
    assertThat(ear.ask("list", "short", "sources").lines())
        .as("no microphone")
        .singleElement()
        .asString()
        .contains("station.monitor");
    assertThat(serverId()).isEqualTo(before);
  }

  @Test
  void answersNobodyButTheVisit() {
    assertThat(ear.answers(TestStation.SOUND_USER)).isTrue();
    assertThat(ear.answers(TestStation.SHELL_USER)).isFalse();
    assertThat(ear.answers(TestStation.DISPLAY_USER)).isFalse();
  }

  /** What somebody would find who took the server over. */
  @Test
  void theServerIsShutInItself() {
    String process = "/proc/" + serverId();

    assertThat(Machine.run("cat", process + "/status"))
        .containsPattern("NoNewPrivs:\\s+1")
        .containsPattern("Seccomp:\\s+2")
        .containsPattern("CapEff:\\s+0{16}")
        .containsPattern("CapBnd:\\s+0{16}");
    for (String kind : List.of("net", "pid", "ipc", "uts", "mnt", "cgroup")) {
      assertThat(Machine.run("readlink", process + "/ns/" + kind))
          .isNotEqualTo(Machine.run("readlink", "/proc/self/ns/" + kind));
    }
    assertThat(Machine.run("nsenter", "--net=" + process + "/ns/net", "ip", "-br", "link").lines())
        .singleElement()
        .asString()
        .startsWith("lo ");
    assertThat(Machine.run("ls", "-A", process + "/root").lines())
        .isSubsetOf(
            "bin", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "run", "sbin", "tmp",
            "usr");
    assertThat(Machine.run("ls", "-A", process + "/root/etc").lines())
        .isSubsetOf("asound.conf", "group", "ld.so.cache", "pulse");
    assertThat(Machine.run("ls", "-A", process + "/root/run").lines()).containsExactly("sound");
  }

  @Test
  void theNextVisitIsAsLoudAsEveryVisitAndKnowsNoSampleOfTheLast() throws Exception {
    String volume = ear.ask("get-sink-volume", "station");
    play();
    insider.run(
        "pactl set-sink-volume station 3%; pactl set-sink-mute station 1;"
            + " pactl upload-sample /tmp/tone.wav secret");
    assertThat(ear.ask("get-sink-volume", "station")).contains("3%").isNotEqualTo(volume);
    assertThat(ear.ask("get-sink-mute", "station")).contains("yes");
    assertThat(ear.ask("list", "samples")).contains("secret");

    erase();
    assertThat(Machine.attempt("pgrep", "-u", TestStation.SOUND_USER).output()).isEmpty();
    openAVisit();

    assertThat(ear.ask("get-sink-volume", "station")).isEqualTo(volume).contains("100%");
    assertThat(ear.ask("get-sink-mute", "station")).contains("no");
    assertThat(ear.ask("list", "samples")).isBlank();
    assertThat(ear.ask("list", "short", "sink-inputs")).isBlank();
    assertThat(insider.run("pactl play-sample secret").exitCode()).isNotZero();
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void whoFillsTheServersMemoryEndsItAndTheVisitGoesOn() {
    insider.run(WRITE_TONE.formatted(TONE, 85, "/tmp/long.wav"));

    insider.run("for sample in $(seq 15); do pactl upload-sample /tmp/long.wav $sample; done");

    await().atMost(SOON).until(() -> insider.run("pactl info").exitCode() != 0);
    assertThat(insider.run("xdpyinfo >/dev/null && pgrep chromium").exitCode()).isZero();
    assertThat(lost).isEmpty();
    erase();
  }

  /** Its end is told in the log; the visit that has it opens all the same. */
  @Test
  void aServerWithoutItsLoudspeakerEndsByItself() throws Exception {
    LinuxSettings settings = station.settings(TestStation.sound("hw:NoSuchCard"));
    RunFolders folders = new RunFolders(station.dir().resolve("other-run"));
    Accounts accounts = Accounts.of(settings.users());
    folders.create(accounts);
    Path filter = Files.createFile(folders.visitDir().resolve("filter"));
    new SeccompFilter().writeTo(filter);
    ControlGroup group = Cgroups.find().group("esct68-other");
    VisitSound sound = new VisitSound(new CommandRunner(), settings, accounts, folders, group);

    sound.start(filter);

    await().atMost(SOON).until(() -> group.processes().isEmpty());
    sound.clean();
    assertThat(sound.count()).isZero();
  }

  private void play() {
    insider.run(
        "pacat --playback --latency-msec=100 --file-format=wav /tmp/tone.wav >/dev/null 2>&1"
            + " </dev/null & until pactl list short sink-inputs | grep -q .; do sleep 0.05; done");
  }

  /** The one process of the server's own. */
  private static String serverId() {
    return Machine.run("pgrep", "-u", TestStation.SOUND_USER, "-x", "pulseaudio").strip();
  }
}
