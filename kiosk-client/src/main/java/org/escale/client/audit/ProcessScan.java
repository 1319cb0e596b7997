package org.escale.client.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at every process: whose it is, what it holds open, what it has mounted for itself. */
final class ProcessScan {

  private final AuditScope scope;
  private final Findings findings;
  private final FileScan files;
  private final Set<String> knownDevices;
  private final Set<Object> knownNamespaces = new HashSet<>();
  private final Set<Object> heldFiles = new HashSet<>();

  ProcessScan(AuditScope scope, Findings findings, FileScan files, MountTable machine) {
    this.scope = scope;
    this.findings = findings;
    this.files = files;
    this.knownDevices = new HashSet<>(machine.devices());
  }

  void run() {
    for (Path process : Proc.processes()) {
      List<String> status = Proc.lines(process.resolve("status"));
      if (status.stream().anyMatch(line -> line.startsWith("State:\tZ"))) {
        continue;
      }
      if (status.stream().anyMatch(this::saysThatItIsOurs)) {
        findings.add(Kind.PROCESS, "running");
      }
      openFiles(process);
      mounts(process);
    }
  }

  private boolean saysThatItIsOurs(String line) {
    return line.startsWith("Uid:\t")
        && Arrays.stream(line.substring("Uid:\t".length()).split("\t"))
            .anyMatch(uid -> scope.isOurs(Integer.valueOf(uid)));
  }

  private void openFiles(Path process) {
    for (Path open : Proc.entries(process.resolve("fd"), "*")) {
      try {
        if (Files.readSymbolicLink(open).toString().endsWith(" (deleted)")
            && scope.isOurs(Files.getAttribute(open, "unix:uid"))
            && heldFiles.add(Files.getAttribute(open, "unix:ino"))) {
          findings.add(Kind.HELD_FILE, "held open");
        }
      } catch (IOException gone) {
        // The process went on.
      }
    }
  }

  private void mounts(Path process) {
    try {
      if (!knownNamespaces.add(Files.readSymbolicLink(process.resolve("ns/mnt")))) {
        return;
      }
    } catch (IOException gone) {
      return;
    }
    MountTable table = MountTable.parse(Proc.lines(process.resolve("mountinfo")));
    for (MountTable.Mount mount : table.mounts()) {
      if (mount.point().startsWith(scope.runDir()) && !mount.point().equals(scope.runDir())) {
        findings.add(Kind.MOUNT, "below the run folder");
      }
    }
    table
        .writable()
        .forEach(
            (device, mount) -> {
              if (knownDevices.add(device)) {
                files.ofProcess(process, mount);
                if (mount.point().startsWith("/home")) {
                  findings.add(Kind.MOUNT, "a home that only a process has");
                }
              }
            });
  }
}
