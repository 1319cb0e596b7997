package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.escale.protocol.WipeItem;

/**
 * Memory of a visit's program that crashed, where the machine keeps such: the kernel pipes it out
 * of the bubble. A station keeps none ({@link MemoryOnDisk} warns); this looks whether that held.
 */
final class CoreDumps implements Leftover {

  private static final List<Path> KEPT_IN =
      List.of(Path.of("/var/lib/systemd/coredump"), Path.of("/var/crash"));

  private final Set<Integer> uids;
  private final List<Path> dirs;

  CoreDumps(Set<Integer> uids) {
    this(uids, KEPT_IN);
  }

  CoreDumps(Set<Integer> uids, List<Path> dirs) {
    this.uids = Set.copyOf(uids);
    this.dirs = List.copyOf(dirs);
  }

  @Override
  public WipeItem item() {
    return WipeItem.CORE_DUMPS;
  }

  @Override
  public boolean isHere() {
    return dirs.stream().anyMatch(Files::isDirectory);
  }

  @Override
  public int clean() throws LinuxException {
    List<Path> found = find();
    try {
      for (Path path : found) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new LinuxException("cannot delete what is left of a crashed program", e);
    }
    return found.size();
  }

  @Override
  public int count() throws LinuxException {
    return find().size();
  }

  private List<Path> find() throws LinuxException {
    List<Path> found = new ArrayList<>();
    for (Path dir : dirs) {
      if (Files.isDirectory(dir)) {
        addFrom(dir, found);
      }
    }
    return found;
  }

  private void addFrom(Path dir, List<Path> found) throws LinuxException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(dir)) {
      for (Path file : files) {
        if (names(String.valueOf(file.getFileName())) || owns(file)) {
          found.add(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new LinuxException("cannot look into " + dir, e);
    }
  }

  /** Both keepers put the user's number between dots into the name; root owns the file. */
  private boolean names(String fileName) {
    return Arrays.stream(fileName.split("\\."))
        .anyMatch(part -> uids.stream().anyMatch(uid -> part.equals(uid.toString())));
  }

  private boolean owns(Path file) throws IOException {
    return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS) instanceof Integer uid
        && uids.contains(uid);
  }
}
