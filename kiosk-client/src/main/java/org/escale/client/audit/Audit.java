package org.escale.client.audit;

import java.nio.file.Path;
import java.util.List;

/** Looks everywhere, as root. May take a minute; finds nothing on a machine that is clean. */
public final class Audit {

  /** Where a station's CUPS keeps pages on their way, and where Debian's would. */
  private static final List<Path> SPOOLS =
      List.of(Path.of("/run/escale-spool"), Path.of("/var/spool/cups"));

  private final AuditScope scope;
  private final List<Path> spoolDirs;

  public Audit(AuditScope scope) {
    this(scope, SPOOLS);
  }

  Audit(AuditScope scope, List<Path> spoolDirs) {
    this.scope = scope;
    this.spoolDirs = spoolDirs;
  }

  public List<Finding> run() {
    Findings findings = new Findings();
    MountTable machine =
        MountTable.parse(Proc.lines(Proc.ROOT.resolve("self").resolve("mountinfo")));
    FileScan files = new FileScan(scope, findings);
    files.ofMachine(machine);
    new ProcessScan(scope, findings, files, machine).run();
    new KernelScan(scope, findings).run();
    new ServiceScan(scope, findings, spoolDirs).run();
    return findings.list();
  }
}
