package org.escale.client.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Looks at what the kernel keeps beside files and processes. */
final class KernelScan {

  private static final Path CGROUPS = Path.of("/sys/fs/cgroup");

  /** The parts of a visit that have control groups. */
  private static final List<String> PARTS = List.of("-visit", "-display", "-sound");

  /** The mark that the station's firewall gives to a visit's connections: 0xE5CA1E. */
  private static final String VISITS_CONNECTION = " mark=15059486 ";

  /** What the kernel accounts for a key that stands in a keyring. */
  private static final int LINK_BYTES = 4;

  private final AuditScope scope;
  private final Findings findings;

  KernelScan(AuditScope scope, Findings findings) {
    this.scope = scope;
    this.findings = findings;
  }

  void run() {
    interProcess();
    keys();
    controlGroups(CGROUPS, 0);
    network();
  }

  private void interProcess() {
    for (String kind : List.of("shm", "sem", "msg")) {
      List<String> table = Proc.lines(Proc.ROOT.resolve("sysvipc").resolve(kind));
      if (table.isEmpty()) {
        continue;
      }
      List<String> columns = List.of(table.getFirst().strip().split("\\s+"));
      for (String line : table.subList(1, table.size())) {
        String[] fields = line.strip().split("\\s+", -1);
        if (scope.isOurs(Integer.valueOf(fields[columns.indexOf("uid")]))
            || scope.isOurs(Integer.valueOf(fields[columns.indexOf("cuid")]))) {
          findings.add(Kind.IPC, kind);
        }
      }
    }
  }

  private void keys() {
    List<String> users = Proc.lines(Proc.ROOT.resolve("key-users"));
    for (int uid : scope.users().values()) {
      users.stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(fields -> fields[0].equals(uid + ":"))
          .filter(fields -> !isEmpty(uid, fields[3], fields[4]))
          .forEach(_ -> findings.add(Kind.KEY, "kernel"));
    }
  }

  /**
   * True if a user's keys are the two keyrings that the kernel makes by itself, and nothing is in
   * them: what is accounted to her is the length of their names, and one link between the two.
   *
   * @param keys as in {@code 2/200}
   * @param bytes as in {@code 22/20000}
   */
  static boolean isEmpty(int uid, String keys, String bytes) {
    int own = ("_uid." + uid).length() + 1;
    int session = ("_uid_ses." + uid).length() + 1;
    int count = Integer.parseInt(keys.split("/", 2)[0]);
    int total = Integer.parseInt(bytes.split("/", 2)[0]);
    return switch (count) {
      case 0 -> true;
      case 1 -> total == own || total == session;
      case 2 -> total == own + session || total == own + session + LINK_BYTES;
      default -> false;
    };
  }

  private void controlGroups(Path dir, int depth) {
    for (Path entry : Proc.entries(dir, "*")) {
      if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS) || depth > 8) {
        continue;
      }
      String name = String.valueOf(entry.getFileName());
      if (PARTS.stream().anyMatch(part -> name.equals(scope.station() + part))) {
        findings.add(Kind.CONTROL_GROUP, "control groups");
      }
      controlGroups(entry, depth + 1);
    }
  }

  private void network() {
    count(Files.exists(Path.of("/run/netns", scope.station())), "namespace");
    count(Files.exists(Path.of("/sys/class/net", scope.station() + "-m")), "cable");
    long remembered =
        Proc.lines(Proc.ROOT.resolve("net/nf_conntrack")).stream()
            .filter(line -> line.contains(VISITS_CONNECTION))
            .count();
    findings.add(Kind.NETWORK, "remembered connections", Math.toIntExact(remembered));
  }

  private void count(boolean there, String place) {
    if (there) {
      findings.add(Kind.NETWORK, place);
    }
  }

  /** Whose a file is. */
  static boolean belongsTo(AuditScope scope, Path path) {
    try {
      Map<String, Object> seen = Files.readAttributes(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      return scope.isOurs(seen.get("uid"));
    } catch (IOException gone) {
      return false;
    }
  }
}
