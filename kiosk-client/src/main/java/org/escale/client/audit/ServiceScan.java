package org.escale.client.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks at what services keep for those who asked them: printing, displays. */
final class ServiceScan {

  private static final Path DISPLAYS = Path.of("/tmp/.X11-unix");

  private final AuditScope scope;
  private final Findings findings;
  private final List<Path> spoolDirs;

  ServiceScan(AuditScope scope, Findings findings, List<Path> spoolDirs) {
    this.scope = scope;
    this.findings = findings;
    this.spoolDirs = spoolDirs;
  }

  void run() {
    spoolDirs.forEach(this::queue);
    displays();
  }

  private void queue(Path spoolDir) {
    for (Path _ : Proc.entries(spoolDir, "d*-*")) {
      findings.add(Kind.PRINT_JOB, "documents in the queue");
    }
    for (Path job : Proc.entries(spoolDir, "c[0-9]*")) {
      if (namesUs(job)) {
        findings.add(Kind.PRINT_JOB, "jobs of the visit's users");
      }
    }
  }

  private void displays() {
    for (Path socket : Proc.entries(DISPLAYS, "X*")) {
      if (KernelScan.belongsTo(scope, socket)) {
        findings.add(Kind.DISPLAY, "sockets");
      }
    }
    for (Path lock : Proc.entries(Path.of("/tmp"), ".X*-lock")) {
      if (KernelScan.belongsTo(scope, lock)) {
        findings.add(Kind.DISPLAY, "locks");
      }
    }
  }

  /** A job's description is no text, but the name of who asked for it stands in it as it is. */
  private boolean namesUs(Path job) {
    try {
      String text = new String(Files.readAllBytes(job), StandardCharsets.ISO_8859_1);
      return scope.names().stream().anyMatch(text::contains);
    } catch (IOException gone) {
      return false;
    }
  }
}
