package org.escale.client.os.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.escale.protocol.WipeItem;

/**
 * What the machine's voice keeps of what it was told to say: its logs. They are emptied and not
 * deleted, for the voice goes on writing.
 */
final class SpokenWords implements Leftover {

  private final List<Path> logDirs;

  /**
   * @param logDirs where speech-dispatcher keeps its logs, for the machine and for a user
   */
  SpokenWords(List<Path> logDirs) {
    this.logDirs = List.copyOf(logDirs);
  }

  static SpokenWords of(Account shell) {
    return new SpokenWords(
        List.of(
            Path.of("/var/log/speech-dispatcher"),
            Path.of("/run/user/" + shell.uid() + "/speech-dispatcher/log"),
            Path.of("/run/speech-dispatcher/log")));
  }

  @Override
  public WipeItem item() {
    return WipeItem.SPEECH;
  }

  @Override
  public boolean isHere() {
    return logDirs.stream().anyMatch(Files::isDirectory);
  }

  @Override
  public int clean() throws LinuxException {
    List<Path> found = find();
    for (Path path : found) {
      try (FileChannel log =
          FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        log.truncate(0);
      } catch (IOException e) {
        throw new LinuxException("cannot empty a log of the voice", e);
      }
    }
    return found.size();
  }

  @Override
  public int count() throws LinuxException {
    return find().size();
  }

  private List<Path> find() throws LinuxException {
    List<Path> found = new ArrayList<>();
    for (Path dir : logDirs) {
      if (Files.isDirectory(dir)) {
        try (Stream<Path> files = Files.walk(dir)) {
          files.filter(SpokenWords::saysSomething).forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
          throw new LinuxException("cannot look into " + dir, e);
        }
      }
    }
    return found;
  }

  private static boolean saysSomething(Path path) {
    try {
      return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) > 0;
    } catch (IOException gone) {
      return false;
    }
  }
}
