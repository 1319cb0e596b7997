package org.escale.client.os.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks over the whole machine for anything a visitor left, in its own way: it knows nothing of how
 * the wipe works. Each finding is a line.
 */
final class Traces {

  /** Part of every name and text that a test plants. */
  static final String MARKER = "esct-planted";

  private final String station;
  private final int visitDisplay;
  private final String visitAddress;

  Traces(LinuxSettings settings) {
    this.station = settings.name();
    this.visitDisplay = settings.visitDisplay();
    this.visitAddress = Ipv4Network.parse(settings.network().subnet()).host(2);
  }

  /** Everything but files on disks. */
  List<String> find() {
    List<String> found = new ArrayList<>();
    found.addAll(texts());
    found.addAll(processes());
    found.addAll(segments());
    found.addAll(mounts());
    found.addAll(cgroups());
    found.addAll(keys());
    found.addAll(network());
    found.addAll(display());
    return found;
  }

  /**
   * Files of the visitor or with the marker in their names, on every file system that is not the
   * kernel's.
   */
  List<String> filesBelow(String dir) {
    String uid = Machine.run("id", "-u", TestStation.VISITOR).strip();
    String displayUid = Machine.run("id", "-u", TestStation.DISPLAY_USER).strip();
    String soundUid = Machine.run("id", "-u", TestStation.SOUND_USER).strip();
    return Machine.attempt(
            "find",
            dir,
            "(",
            "-path",
            "/proc",
            "-o",
            "-path",
            "/sys",
            "-o",
            "-path",
            "/mnt",
            ")",
            "-prune",
            "-o",
            "(",
            "-uid",
            uid,
            "-o",
            "-uid",
            displayUid,
            "-o",
            "-uid",
            soundUid,
            "-o",
            "-name",
            "*" + MARKER + "*",
            ")",
            "-print")
        .output()
        .lines()
        .toList();
  }

  /** The marker as text in what memory and spools hold. */
  List<String> texts() {
    return Machine.attempt(
            "grep", "-rIl", MARKER, "/run", "/dev/shm", "/var/tmp", "/var/spool", "/var/crash")
        .output()
        .lines()
        .filter(line -> line.startsWith("/"))
        .toList();
  }

  List<String> processes() {
    return Machine.run("ps", "-eo", "user:32,pid,stat,comm", "--no-headers")
        .lines()
        .filter(
            line ->
                line.startsWith(TestStation.VISITOR + " ")
                    || line.startsWith(TestStation.DISPLAY_USER + " ")
                    || line.startsWith(TestStation.SOUND_USER + " "))
        .toList();
  }

  List<String> segments() {
    return Machine.run("ipcs", "-a").lines().filter(line -> line.contains("esct-")).toList();
  }

  /** Homes of visits in any process's view. */
  List<String> mounts() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(process -> process.resolve("mountinfo"))
          .filter(Files::exists)
          .flatMap(Traces::linesOf)
          .filter(line -> line.contains(" /home/visitor ") || line.contains(station))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> cgroups() {
    return Machine.attempt("find", "/sys/fs/cgroup", "-name", station + "*")
        .output()
        .lines()
        .toList();
  }

  List<String> keys() {
    return Machine.run(
            "setpriv", "--reuid=" + TestStation.VISITOR, "--clear-groups", "cat", "/proc/keys")
        .lines()
        .filter(line -> line.contains("esct"))
        .toList();
  }

  List<String> network() {
    String seen =
        Machine.run("ip", "netns", "list")
            + Machine.run("ip", "-o", "link")
            + Machine.run("nft", "list", "tables");
    return Stream.concat(
            seen.lines().filter(line -> line.contains(station)),
            linesOf(Path.of("/proc/net/nf_conntrack"))
                .filter(line -> line.contains("src=" + visitAddress + " ")))
        .toList();
  }

  List<String> display() {
    return Stream.of("/tmp/.X11-unix/X" + visitDisplay, "/tmp/.X" + visitDisplay + "-lock")
        .filter(path -> Files.exists(Path.of(path)))
        .toList();
  }

  private static Stream<String> linesOf(Path path) {
    try {
      return Files.readAllLines(path).stream();
    } catch (IOException gone) {
      return Stream.empty();
    }
  }
}
