package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.escale.protocol.WipeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a visit can leave outside its bubble, each planted for real, cleaned and looked for. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeftoversSystemTest {

  /** As alsactl writes it of a card. */
  static final String MIXER =
      """
      state.PCH {
      \tcontrol.1 {
      \t\tiface MIXER
      \t\tname 'Master Playback Volume'
      \t\tvalue 51
      \t\tcomment {
      \t\t\taccess 'read write'
      \t\t\ttype INTEGER
      \t\t\tcount 1
      \t\t\trange '0 - 87'
      \t\t\tdbmin -6525
      \t\t\tdbmax 0
      \t\t\tdbvalue.0 -2700
      \t\t}
      \t}
      \tcontrol.2 {
      \t\tiface MIXER
      \t\tname 'Master Playback Switch'
      \t\tvalue true
      \t\tcomment {
      \t\t\taccess 'read write'
      \t\t\ttype BOOLEAN
      \t\t\tcount 1
      \t\t}
      \t}
      \tcontrol.3 {
      \t\tiface CARD
      \t\tname 'Headphone Jack'
      \t\tvalue false
      \t\tcomment {
      \t\t\taccess read
      \t\t\ttype BOOLEAN
      \t\t\tcount 1
      \t\t}
      \t}
      }
      state.HDMI {
      \tcontrol.1 {
      \t\tiface PCM
      \t\tdevice 3
      \t\tname 'Playback Channel Map'
      \t\tvalue.0 3
      \t\tvalue.1 4
      \t\tcomment {
      \t\t\taccess 'read volatile'
      \t\t\ttype INTEGER
      \t\t\tcount 2
      \t\t}
      \t}
      \tcontrol.2 {
      \t\tiface MIXER
      \t\tname 'IEC958 Playback Volume'
      \t\tindex 1
      \t\tvalue.0 9
      \t\tvalue.1 9
      \t\tcomment {
      \t\t\taccess 'read write'
      \t\t\ttype INTEGER
      \t\t\tcount 2
      \t\t}
      \t}
      }
      """;

  @TempDir private Path dir;
  private TestStation station;
  private int visitor;

  @BeforeAll
  void setUp() {
    station = new TestStation(74);
    visitor = Integer.parseInt(Machine.run("id", "-u", TestStation.VISITOR).strip());
  }

  @AfterAll
  void tearDown() {
    station.close();
  }

  @Test
  void filesInPlacesWhereEverybodyMayWriteAreRemoved() throws Exception {
    FilesOutside files = new FilesOutside(Set.of(visitor));
    assertThat(files.count()).isZero();
    asVisitor("mkdir -p /tmp/esct-tree/a && echo x > /tmp/esct-tree/a/b && chmod 0 /tmp/esct-tree");
    asVisitor("echo x > /var/tmp/$'esct odd\\n name'; ln -s /etc/passwd /dev/shm/esct-link");
    asVisitor("ln -s /nowhere /tmp/esct-leads-nowhere");
    Path open = Files.createDirectories(Path.of("/tmp/esct-open/deeper"));
    Machine.run("chmod", "-R", "0777", "/tmp/esct-open");
    asVisitor("echo x > /tmp/esct-open/deeper/esct-file");

    assertThat(files.count()).isEqualTo(5);
    assertThat(files.clean()).isEqualTo(5);

    assertThat(files.count()).isZero();
    assertThat(Path.of("/tmp/esct-tree")).doesNotExist();
    assertThat(Path.of("/etc/passwd")).exists();
    assertThat(open).isEmptyDirectory();
    Machine.run("rm", "-r", "/tmp/esct-open");
  }

  @Test
  void aFolderThatCannotBeListedCountsAsLeftAndStopsNothing() throws Exception {
    Path place = Files.createDirectory(dir.resolve("place"));
    Path hers = Files.writeString(place.resolve("hers"), "x");
    Path shut = Files.createDirectory(place.resolve("shut"));
    Machine.run("chown", TestStation.VISITOR, hers.toString());
    FilesOutside files = new FilesOutside(Set.of(visitor), List.of(place));
    SpokenWords words = new SpokenWords(List.of(place));
    lockOutEverybodyFrom(shut);
    try {
      assertThat(files.count()).isEqualTo(2);
      assertThat(words.count()).isEqualTo(2);

      assertThat(words.clean()).isEqualTo(1);
      assertThat(files.clean()).isEqualTo(1);

      assertThat(hers).doesNotExist();
      assertThat(files.count()).isEqualTo(1);
      assertThat(words.count()).isEqualTo(1);
    } finally {
      Machine.run("umount", shut.toString());
    }
    assertThat(files.count()).isZero();
  }

  /** By a file system that belongs to nobody here, so that not even root may look into it. */
  private static void lockOutEverybodyFrom(Path dir) {
    Machine.run(
        "bash",
        "-c",
        "exec 7<>/dev/fuse && mount -i -t fuse"
            + " -o fd=7,rootmode=40000,user_id=54321,group_id=54321 shut \"$0\"",
        dir.toString());
  }

  @Test
  void whatIsKeptOfACrashedProgramIsRemoved() throws Exception {
    CoreDumps dumps = new CoreDumps(Set.of(visitor), List.of(dir));
    write("core.chrome." + visitor + ".0f.77.1700000000.zst");
    write("_usr_bin_chromium." + visitor + ".crash");
    Path another = write("core.cupsd.0." + visitor + "1.77.zst");

    assertThat(dumps.isHere()).isTrue();
    assertThat(dumps.clean()).isEqualTo(2);

    assertThat(dumps.count()).isZero();
    assertThat(another).exists();
  }

  @Test
  void aMachineThatKeepsNoneIsNotSaidToHaveBeenLookedAt() {
    assertThat(new CoreDumps(Set.of(visitor), List.of(dir.resolve("none"))).isHere()).isFalse();
    assertThat(new SpokenWords(List.of(dir.resolve("none"))).isHere()).isFalse();
  }

  @Test
  void whatTheVoiceKeepsIsEmptied() throws Exception {
    Path log = Files.createDirectories(dir.resolve("voice")).resolve("espeak-ng.log");
    Files.writeString(log, "read aloud");
    SpokenWords words = new SpokenWords(List.of(dir.resolve("voice")));

    assertThat(words.clean()).isEqualTo(1);

    assertThat(words.count()).isZero();
    assertThat(log).exists();
  }

  @Test
  void resolutionGammaAndBrightnessAreBroughtBack() throws Exception {
    Path light = Files.createDirectories(dir.resolve("backlight/panel")).resolve("brightness");
    Files.writeString(light, "80\n");
    Path lights = dir.resolve("backlight");
    Files.deleteIfExists(station.settings().runDir().resolve("screen-before"));
    ScreenSettings screen = new ScreenSettings(new CommandRunner(), station.settings(), lights);
    assertThat(screen.isHere()).isTrue();
    assertThat(screen.clean()).isZero();
    station.onScreen(
        "sh",
        "-c",
        "xrandr --newmode small 30 800 810 820 830 600 610 620 630 && xrandr --addmode screen small"
            + " && xrandr --output screen --mode small --gamma 0.5:0.8:0.5 --brightness 0.7");
    Files.writeString(light, "5\n");

    assertThat(screen.count()).isEqualTo(2);
    assertThat(screen.clean()).isEqualTo(2);

    ScreenSettings ofTheNextAgent =
        new ScreenSettings(new CommandRunner(), station.settings(), lights);
    assertThat(ofTheNextAgent.count()).isZero();
    assertThat(station.onScreen("xrandr", "--current").output()).contains("current 1280 x 800");
    assertThat(light).hasContent("80");
  }

  /** A card that is a file stands in for one of metal; what is read and written is alsactl's. */
  @Test
  void loudnessAndMuteOfTheCardsAreBroughtBack() throws Exception {
    Files.createDirectories(dir.resolve("snd"));
    Files.createFile(dir.resolve("snd/controlC0"));
    Path card = Files.writeString(dir.resolve("card"), MIXER);
    Path alsactl = dir.resolve("alsactl");
    Files.writeString(
        alsactl,
        "#!/bin/sh\nif [ $3 = store ]; then cp %1$s $2; else cp $2 %1$s; fi\n".formatted(card));
    Machine.run("chmod", "0755", alsactl.toString());
    LinuxSettings settings = station.settings(TestStation.sound());
    Files.deleteIfExists(settings.runDir().resolve("mixer-before"));
    SoundDevices devices = new SoundDevices(dir.resolve("snd"));
    MixerSettings mixer =
        new MixerSettings(new CommandRunner(), settings, devices, alsactl.toString());
    assertThat(mixer.isHere()).isTrue();
    assertThat(mixer.clean()).isZero();
    Files.writeString(
        card, MIXER.replace("value 51", "value 3").replace("value true", "value false"));

    assertThat(mixer.count()).isEqualTo(2);
    assertThat(mixer.clean()).isEqualTo(2);

    assertThat(mixer.count()).isZero();
    assertThat(card).hasContent(MIXER);
    assertThat(settings.runDir().resolve("mixer-now")).doesNotExist();
  }

  @Test
  void cardsAreLeftAloneWhereNoSoundIsLetIn() throws Exception {
    Files.createDirectories(dir.resolve("snd-unused"));
    Files.createFile(dir.resolve("snd-unused/controlC0"));
    SoundDevices devices = new SoundDevices(dir.resolve("snd-unused"));
    CommandRunner commands = new CommandRunner();

    assertThat(new MixerSettings(commands, station.settings(), devices, "false").isHere())
        .isFalse();
    assertThat(
            new MixerSettings(
                    commands,
                    station.settings(TestStation.sound()),
                    new SoundDevices(dir.resolve("none")),
                    "false")
                .isHere())
        .isFalse();
  }

  @Test
  void microphonesAreNotAmongWhatIsForPlaying() throws Exception {
    Path cards = Files.createDirectories(dir.resolve("cards"));
    for (String device :
        List.of("controlC0", "pcmC0D0p", "pcmC0D0c", "pcmC1D3p", "hwC0D0", "seq", "timer")) {
      Files.createFile(cards.resolve(device));
    }

    assertThat(new SoundDevices(cards).forPlaying())
        .extracting(device -> device.getFileName().toString())
        .containsExactly("controlC0", "pcmC0D0p", "pcmC1D3p", "timer");
    assertThat(new SoundDevices(cards).groups()).containsExactly(0);
    assertThat(new SoundDevices(dir.resolve("none")).groups()).isEmpty();
  }

  @Test
  void readsHowManyNamesAreRemembered() throws Exception {
    assertThat(NameCache.resolved("Cache\n  Current Cache Size: 12\n  Cache Hits: 3\n"))
        .isEqualTo(12);
    String statistics =
        """
        passwd cache:

           9  current number of cached values

        hosts cache:

           yes  cache is enabled
           4  current number of cached values

        services cache:

           7  current number of cached values
        """;
    assertThat(NameCache.nscd(statistics)).isEqualTo(4);
  }

  @Test
  void aReceiptSpeaksOnlyOfWhatIsOnThisMachine() throws Exception {
    LinuxVisitSpace space = new LinuxVisitSpace(station.settings(), new CommandRunner());

    var erased = space.erase();

    assertThat(erased.left()).isEmpty();
    assertThat(erased.checked()).containsKeys(WipeItem.FILES_OUTSIDE, WipeItem.SCREEN);
    assertThat(erased.checked()).doesNotContainKeys(WipeItem.SOUND, WipeItem.DNS_CACHE);
  }

  private Path write(String name) throws IOException {
    return Files.writeString(dir.resolve(name), "memory");
  }

  private static void asVisitor(String script) {
    Machine.run(
        "setpriv", "--reuid=" + TestStation.VISITOR, "--clear-groups", "bash", "-c", script);
  }
}
