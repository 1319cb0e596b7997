package org.escale.client.os.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.escale.protocol.WipeItem;

/**
 * Files of the visit's users on the machine itself, in the places where any user may leave one.
 * Programs of a visit never see these places; what a program started for it elsewhere left there is
 * found here.
 */
final class FilesOutside extends LeftFiles {

  /** Where a user can leave a file without being let in by root, and root keeps one for a user. */
  private static final List<String> PLACES =
      List.of(
          "/tmp",
          "/var/tmp",
          "/dev/shm",
          "/dev/mqueue",
          "/run/lock",
          "/run/user",
          "/var/crash",
          "/var/mail",
          "/var/spool/cron/atjobs",
          "/var/spool/cron/crontabs");

  private static final int OTHERS_MAY_WRITE = 0002;

  private final Set<Integer> uids;

  FilesOutside(Set<Integer> uids) {
    this(uids, PLACES.stream().map(Path::of).toList());
  }

  FilesOutside(Set<Integer> uids, List<Path> places) {
    super(places);
    this.uids = Set.copyOf(uids);
  }

  @Override
  public WipeItem item() {
    return WipeItem.FILES_OUTSIDE;
  }

  /** Goes on below folders of others only where everybody may write. */
  @Override
  Verdict judge(Path path, Sight seen) {
    if (uids.contains(seen.uid())) {
      return Verdict.LEFT_BY_A_VISIT;
    }
    boolean everybodys = seen.directory() && (seen.mode() & OTHERS_MAY_WRITE) != 0;
    return everybodys ? Verdict.LOOK_INSIDE : Verdict.NOT_OURS;
  }

  @Override
  void remove(Path path) throws LinuxException {
    RunFolders.deleteTree(path);
  }
}
