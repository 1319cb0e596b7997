package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.escale.protocol.WipeItem;
import org.jspecify.annotations.Nullable;

/** The folders in which the agent keeps what a visit needs from outside: cookies, lists, filter. */
final class RunFolders implements Leftover {

  private final Path runDir;
  private final Path visitDir;
  private final Path displayDir;
  private final Path soundDir;

  RunFolders(Path runDir) {
    this.runDir = runDir;
    this.visitDir = runDir.resolve("visit");
    this.displayDir = runDir.resolve("visit-display");
    this.soundDir = runDir.resolve("visit-sound");
  }

  /**
   * Makes all; only the display's user enters the display's, and only the sound's writes in its
   * own.
   */
  void create(Accounts accounts) throws LinuxException {
    try {
      Files.createDirectories(runDir);
      makeDir(visitDir, "rwx--x--x");
      makeDir(displayDir, "rwx------");
      own(displayDir, accounts.display());
      makeDir(soundDir, "rwxr-xr-x");
      own(soundDir, accounts.sound());
    } catch (IOException e) {
      throw new LinuxException("cannot make folders in " + runDir, e);
    }
  }

  Path visitDir() {
    return visitDir;
  }

  Path displayDir() {
    return displayDir;
  }

  /** Where the sound server makes its socket; the visit's programs pass through it. */
  Path soundDir() {
    return soundDir;
  }

  /** Writes a file for root alone. */
  static void write(Path path, byte[] content) throws LinuxException {
    try {
      Files.deleteIfExists(path);
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(path, content);
    } catch (IOException e) {
      throw new LinuxException("cannot write " + path, e);
    }
  }

  /** Writes a file for one user alone. */
  static void writeFor(Account reader, Path path, byte[] content) throws LinuxException {
    write(path, content);
    try {
      own(path, reader);
    } catch (IOException e) {
      throw new LinuxException("cannot give away " + path, e);
    }
  }

  /** Writes a file that everyone may read. */
  static void writeForAll(Path path, byte[] content) throws LinuxException {
    write(path, content);
    try {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
    } catch (IOException e) {
      throw new LinuxException("cannot show " + path, e);
    }
  }

  @Override
  public WipeItem item() {
    return WipeItem.RUN_FOLDERS;
  }

  /** Deletes all; returns how many files and folders there were. */
  @Override
  public int clean() throws LinuxException {
    return deleteTree(visitDir) + deleteTree(displayDir) + deleteTree(soundDir);
  }

  @Override
  public int count() {
    return (int) Stream.of(visitDir, displayDir, soundDir).filter(Files::exists).count();
  }

  /** Follows no links. */
  static int deleteTree(Path root) throws LinuxException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    AtomicInteger deleted = new AtomicInteger();
    try {
      Files.walkFileTree(root, new Deleter(deleted));
    } catch (IOException e) {
      throw new LinuxException("cannot delete " + root, e);
    }
    return deleted.get();
  }

  private static void makeDir(Path dir, String permissions) throws IOException {
    Files.createDirectories(dir);
    Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString(permissions));
  }

  private static void own(Path path, Account account) throws IOException {
    Files.setAttribute(path, "unix:uid", account.uid());
    Files.setAttribute(path, "unix:gid", account.gid());
  }

  private static final class Deleter extends SimpleFileVisitor<Path> {

    private final AtomicInteger deleted;

    Deleter(AtomicInteger deleted) {
      this.deleted = deleted;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      deleted.incrementAndGet();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.delete(dir);
      deleted.incrementAndGet();
      return FileVisitResult.CONTINUE;
    }
  }
}
