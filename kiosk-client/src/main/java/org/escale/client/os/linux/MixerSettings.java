package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.escale.protocol.WipeItem;

/**
 * Volume and mute of the sound cards themselves, which outlive every server. What they were before
 * the first visit since the machine started is written down in the run folder, and brought back.
 */
final class MixerSettings implements Leftover {

  private final CommandRunner commands;
  private final LinuxSettings settings;
  private final SoundDevices devices;
  private final String program;

  MixerSettings(CommandRunner commands, LinuxSettings settings) {
    this(commands, settings, new SoundDevices(), "alsactl");
  }

  /**
   * @param program stores and restores what is set at all cards
   */
  MixerSettings(
      CommandRunner commands, LinuxSettings settings, SoundDevices devices, String program) {
    this.commands = commands;
    this.settings = settings;
    this.devices = devices;
    this.program = program;
  }

  @Override
  public WipeItem item() {
    return WipeItem.SOUND;
  }

  /** Where no sound is let in, nobody but root comes near a card. */
  @Override
  public boolean isHere() throws LinuxException {
    return settings.devices().letsSoundIn() && devices.hasMixers();
  }

  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  @Override
  public int clean() throws LinuxException {
    int changed = count();
    if (changed > 0) {
      commands.run(List.of(program, "--file", beforePath().toString(), "restore"));
    }
    return changed;
  }

  /** The first time that it is asked, which is before the first visit, nothing has changed. */
  @Override
  public int count() throws LinuxException {
    if (!Files.exists(beforePath())) {
      store(beforePath());
      return 0;
    }
    Path nowPath = settings.runDir().resolve("mixer-now");
    try {
      store(nowPath);
      return controls(nowPath).changedSince(controls(beforePath()));
    } finally {
      delete(nowPath);
    }
  }

  private void store(Path path) throws LinuxException {
    try {
      Files.createDirectories(settings.runDir());
    } catch (IOException e) {
      throw new LinuxException("cannot make " + settings.runDir(), e);
    }
    commands.run(List.of(program, "--file", path.toString(), "store"));
  }

  private static MixerControls controls(Path path) throws LinuxException {
    return MixerControls.parse(KernelFile.lines(path));
  }

  private static void delete(Path path) throws LinuxException {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new LinuxException("cannot delete " + path, e);
    }
  }

  private Path beforePath() {
    return settings.runDir().resolve("mixer-before");
  }
}
