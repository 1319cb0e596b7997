package org.escale.client.audit;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at every file of every writable file system, also of those that only a process sees. */
final class FileScan {

  private static final String LOOKED_AT = "unix:uid,ino,ctime,isDirectory,isRegularFile";

  private final AuditScope scope;
  private final Findings findings;

  FileScan(AuditScope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  /** All that this machine has mounted itself. */
  void ofMachine(MountTable table) {
    Set<Path> points = new HashSet<>();
    table.mounts().forEach(mount -> points.add(mount.point()));
    for (MountTable.Mount mount : table.writable().values()) {
      walk(mount.point(), mount.point().toString(), points);
    }
  }

  /**
   * One that only a process sees: nothing on it is the machine's.
   *
   * @param process its folder in /proc
   */
  void ofProcess(Path process, MountTable.Mount mount) {
    Path point = process.resolve("root" + mount.point());
    if (!mount.type().equals("mqueue")) {
      walk(point, "a mount that only a process has", Set.of());
    }
  }

  private void walk(Path from, String place, Set<Path> otherMounts) {
    Deque<Path> dirs = new ArrayDeque<>();
    dirs.push(from);
    while (!dirs.isEmpty()) {
      Path dir = dirs.pop();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(dir)) {
        for (Path entry : entries) {
          if (!otherMounts.contains(entry) && look(entry, place)) {
            dirs.push(entry);
          }
        }
      } catch (NoSuchFileException gone) {
        // Other programs of the machine come and go.
      } catch (IOException | DirectoryIteratorException | SecurityException e) {
        findings.add(Kind.NOT_SEEN, place);
      }
    }
  }

  /** True for a folder. */
  private boolean look(Path entry, String place) {
    try {
      Map<String, Object> seen = Files.readAttributes(entry, LOOKED_AT, LinkOption.NOFOLLOW_LINKS);
      if (scope.isOurs(seen.get("uid"))) {
        findings.add(Kind.FILE, place);
      } else if (Boolean.TRUE.equals(seen.get("isRegularFile"))
          && isNew(seen.get("ctime"))
          && !scope.isExpected(entry)) {
        findings.add(Kind.NEW_FILE, place);
      }
      return Boolean.TRUE.equals(seen.get("isDirectory"));
    } catch (NoSuchFileException gone) {
      return false;
    } catch (IOException e) {
      findings.add(Kind.NOT_SEEN, place);
      return false;
    }
  }

  /** When it was last changed cannot be set by who changed it. */
  private boolean isNew(@Nullable Object changed) {
    Instant since = scope.since();
    return since != null && changed instanceof FileTime time && time.toInstant().isAfter(since);
  }
}
