package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.escale.protocol.WipeItem;

/**
 * Memory of a visit's program that crashed, where the machine keeps such: the kernel pipes it out
 * of the bubble. A station keeps none ({@link MemoryOnDisk} warns); this looks whether that held.
 */
final class CoreDumps extends LeftFiles {

  private static final List<Path> KEPT_IN =
      List.of(Path.of("/var/lib/systemd/coredump"), Path.of("/var/crash"));

  private final Set<Integer> uids;

  CoreDumps(Set<Integer> uids) {
    this(uids, KEPT_IN);
  }

  CoreDumps(Set<Integer> uids, List<Path> dirs) {
    super(dirs);
    this.uids = Set.copyOf(uids);
  }

  @Override
  public WipeItem item() {
    return WipeItem.CORE_DUMPS;
  }

  @Override
  Verdict judge(Path path, Sight seen) {
    return uids.contains(seen.uid()) || names(String.valueOf(path.getFileName()))
        ? Verdict.LEFT_BY_A_VISIT
        : Verdict.NOT_OURS;
  }

  @Override
  void remove(Path path) throws LinuxException {
    RunFolders.deleteTree(path);
  }

  /** Both keepers put the user's number between dots into the name; root owns the file. */
  private boolean names(String fileName) {
    return Arrays.stream(fileName.split("\\."))
        .anyMatch(part -> uids.stream().anyMatch(uid -> part.equals(uid.toString())));
  }
}
