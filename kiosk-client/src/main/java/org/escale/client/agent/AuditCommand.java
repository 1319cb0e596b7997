package org.escale.client.agent;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.escale.client.audit.Audit;
import org.escale.client.audit.AuditScope;
import org.escale.client.audit.Finding;
import org.escale.client.os.linux.LinuxSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a visit left on this machine. For a station at rest, between visits. */
@Command(
    name = "audit",
    description = {
      "Looks over the whole machine for anything that a visit left. As root; may take a minute.",
      "Exits with 0 if it finds nothing, with 3 if it finds something."
    })
final class AuditCommand implements Callable<Integer> {

  static final int FOUND_SOMETHING = 3;

  private static final int UID = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @CommandLine.Mixin private AgentMain.ConfigOption config = new AgentMain.ConfigOption();

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Also look for files written since then, for example 2026-11-02T09:00:00Z.")
  private @Nullable Instant since;

  @Option(
      names = "--expect-changes",
      paramLabel = "FOLDER",
      description = "Where files change whatever visitors do; beside logs and the agent's own.")
  private List<Path> expected = new ArrayList<>();

  @Override
  public Integer call() throws CannotStartException {
    AgentConfig settings = config.read();
    requireRoot();
    List<Finding> findings = new Audit(scope(settings)).run();
    PrintWriter out = spec.commandLine().getOut();
    findings.forEach(
        finding -> out.printf("%s %d (%s)%n", finding.kind(), finding.count(), finding.place()));
    out.println(findings.isEmpty() ? "nothing found" : "this machine is not clean");
    return findings.isEmpty() ? CommandLine.ExitCode.OK : FOUND_SOMETHING;
  }

  private AuditScope scope(AgentConfig settings) throws CannotStartException {
    LinuxSettings linux = settings.linux();
    List<Path> changing = new ArrayList<>(expected);
    changing.addAll(List.of(Path.of("/var/log"), linux.runDir(), settings.stateDir()));
    return new AuditScope(
        users(List.of(linux.users().visitor(), linux.users().display(), linux.users().sound())),
        linux.name(),
        linux.runDir(),
        since,
        changing);
  }

  private static Map<String, Integer> users(List<String> names) throws CannotStartException {
    Map<String, Integer> users = new HashMap<>();
    try {
      for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
        String[] fields = line.split(":", -1);
        if (names.contains(fields[0])) {
          users.put(fields[0], Integer.valueOf(fields[UID]));
        }
      }
    } catch (IOException e) {
      throw new CannotStartException("The users of this machine cannot be read.", e);
    }
    if (users.size() != names.size()) {
      throw new CannotStartException("This machine does not have the users of a visit.");
    }
    return users;
  }

  private static void requireRoot() throws CannotStartException {
    try {
      Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid", LinkOption.NOFOLLOW_LINKS);
      if (!uid.equals(0)) {
        throw new CannotStartException("Only root sees everything: run the audit as root.");
      }
    } catch (IOException e) {
      throw new CannotStartException("/proc cannot be read.", e);
    }
  }
}
