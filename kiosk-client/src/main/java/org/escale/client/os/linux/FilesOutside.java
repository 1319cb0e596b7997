package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escale.protocol.WipeItem;

/**
 * Files of the visit's users on the machine itself, in the places where any user may leave one.
 * Programs of a visit never see these places; what a program started for it elsewhere left there is
 * found here.
 */
final class FilesOutside implements Leftover {

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
  private final List<Path> places;

  FilesOutside(Set<Integer> uids) {
    this(uids, PLACES.stream().map(Path::of).toList());
  }

  FilesOutside(Set<Integer> uids, List<Path> places) {
    this.uids = Set.copyOf(uids);
    this.places = List.copyOf(places);
  }

  @Override
  public WipeItem item() {
    return WipeItem.FILES_OUTSIDE;
  }

  @Override
  public int clean() throws LinuxException {
    List<Path> found = find();
    for (Path path : found) {
      RunFolders.deleteTree(path);
    }
    return found.size();
  }

  @Override
  public int count() throws LinuxException {
    return find().size();
  }

  private List<Path> find() throws LinuxException {
    List<Path> found = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        look(place, found);
      }
    }
    return found;
  }

  /** Goes on below folders of others only where everybody may write. */
  private void look(Path dir, List<Path> found) throws LinuxException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
      for (Path entry : entries) {
        lookAt(entry, found);
      }
    } catch (NoSuchFileException | NotDirectoryException gone) {
      // Other programs of the machine come and go here.
    } catch (IOException | DirectoryIteratorException e) {
      throw new LinuxException("cannot look into " + dir, e);
    }
  }

  private void lookAt(Path entry, List<Path> found) throws LinuxException {
    try {
      Map<String, Object> seen =
          Files.readAttributes(entry, "unix:uid,mode,isDirectory", LinkOption.NOFOLLOW_LINKS);
      if (seen.get("uid") instanceof Integer uid && uids.contains(uid)) {
        found.add(entry);
      } else if (Boolean.TRUE.equals(seen.get("isDirectory"))
          && seen.get("mode") instanceof Integer mode
          && (mode & OTHERS_MAY_WRITE) != 0) {
        look(entry, found);
      }
    } catch (IOException gone) {
      // As above.
    }
  }
}
