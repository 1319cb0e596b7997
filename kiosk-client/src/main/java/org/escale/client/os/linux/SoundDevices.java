package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The machine's sound cards, as far as a visit is let to them. */
final class SoundDevices {

  private static final Path DEVICES = Path.of("/dev/snd");

  /** Loudspeakers, their mixers and clock; never a microphone, whose name ends in a c. */
  private static final Pattern FOR_PLAYING = Pattern.compile("controlC\\d+|pcmC\\d+D\\d+p|timer");

  private static final Pattern MIXER = Pattern.compile("controlC\\d+");

  private final Path dir;

  SoundDevices() {
    this(DEVICES);
  }

  SoundDevices(Path dir) {
    this.dir = dir;
  }

  boolean hasMixers() throws LinuxException {
    return !named(MIXER).isEmpty();
  }

  List<Path> forPlaying() throws LinuxException {
    return named(FOR_PLAYING);
  }

  /** The groups that may use them: one, where there is a card. */
  Set<Integer> groups() throws LinuxException {
    Set<Integer> groups = new TreeSet<>();
    for (Path mixer : named(MIXER)) {
      try {
        groups.add((Integer) Files.getAttribute(mixer, "unix:gid", LinkOption.NOFOLLOW_LINKS));
      } catch (IOException e) {
        throw new LinuxException("cannot look at " + mixer, e);
      }
    }
    return groups;
  }

  private List<Path> named(Pattern name) throws LinuxException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(dir)) {
      return found;
    }
    try (DirectoryStream<Path> devices = Files.newDirectoryStream(dir)) {
      for (Path device : devices) {
        if (name.matcher(String.valueOf(device.getFileName())).matches()) {
          found.add(device);
        }
      }
    } catch (IOException e) {
      throw new LinuxException("cannot look into " + dir, e);
    }
    found.sort(null);
    return found;
  }
}
