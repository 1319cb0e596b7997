package org.escale.client.audit;

import java.nio.file.Path;
import java.util.List;

/** Looks everywhere, as root. May take a minute; finds nothing on a machine that is clean. */
public final class Audit {

  private static final Path SPOOL = Path.of("/var/spool/cups");

  private final AuditScope scope;
  private final Path spoolDir;

  public Audit(AuditScope scope) {
    this(scope, SPOOL);
  }

  Audit(AuditScope scope, Path spoolDir) {
    this.scope = scope;
    this.spoolDir = spoolDir;
  }

  public List<Finding> run() {
    Findings findings = new Findings();
    MountTable machine =
        MountTable.parse(Proc.lines(Proc.ROOT.resolve("self").resolve("mountinfo")));
    FileScan files = new FileScan(scope, findings);
    files.ofMachine(machine);
    new ProcessScan(scope, findings, files, machine).run();
    new KernelScan(scope, findings).run();
    new ServiceScan(scope, findings, spoolDir).run();
    return findings.list();
  }
}
