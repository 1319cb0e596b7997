package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.escale.protocol.WipeItem;

/**
 * What the machine's voice keeps of what it was told to say: its logs. They are emptied and not
 * deleted, for the voice goes on writing.
 */
final class SpokenWords extends LeftFiles {

  /**
   * @param logDirs where speech-dispatcher keeps its logs, for the machine and for a user
   */
  SpokenWords(List<Path> logDirs) {
    super(logDirs);
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
  Verdict judge(Path path, Sight seen) {
    if (seen.directory()) {
      return Verdict.LOOK_INSIDE;
    }
    return seen.regular() && seen.size() > 0 ? Verdict.LEFT_BY_A_VISIT : Verdict.NOT_OURS;
  }

  @Override
  void remove(Path path) throws LinuxException {
    try (FileChannel log =
        FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      log.truncate(0);
    } catch (IOException e) {
      throw new LinuxException("cannot empty a log of the voice", e);
    }
  }
}
