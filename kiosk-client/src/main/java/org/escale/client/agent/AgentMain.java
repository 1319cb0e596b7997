package org.escale.client.agent;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.escale.client.journal.Journal;
import org.escale.client.journal.JournalException;
import org.escale.client.link.Answer;
import org.escale.client.link.Enroller;
import org.escale.client.link.Membership;
import org.escale.client.link.MembershipFile;
import org.escale.protocol.EnrolmentCode;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The program that runs a station. */
@Command(
    name = "kiosk-agent",
    mixinStandardHelpOptions = true,
    description = "Runs a station of a centre.",
    versionProvider = AgentMain.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class AgentMain {

  private static final String USUAL_CONFIG = "/etc/escale/agent.properties";

  /** Which settings. */
  static final class ConfigOption {

    @Option(
        names = "--config",
        paramLabel = "FILE",
        defaultValue = USUAL_CONFIG,
        description = "The station's settings (${DEFAULT-VALUE}).")
    private Path file = Path.of(USUAL_CONFIG);

    AgentConfig read() throws CannotStartException {
      return AgentConfig.read(file);
    }
  }

  @Command(name = "run", description = "Runs the station until it is told to stop.")
  static final class Run implements Callable<Integer> {

    @CommandLine.Mixin private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws CannotStartException {
      AgentConfig settings = config.read();
      AgentAssembly agent = new AgentAssembly(settings, Machines.of(settings), version());
      Stopping stopping = new Stopping(Thread.currentThread());
      Runtime.getRuntime().addShutdownHook(new Thread(stopping, "stop"));
      try {
        return agent.run() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
      } finally {
        stopping.done();
      }
    }
  }

  @Command(name = "enrol", description = "Makes this machine one of a centre's stations.")
  static final class Enrol implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @CommandLine.Mixin private ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "CODE", description = "The enrolment code, as the console shows it.")
    private String code = "";

    @Option(
        names = "--server",
        required = true,
        paramLabel = "https://HOST:PORT",
        description = "Where the centre's server is.")
    private URI server = URI.create("https://localhost");

    @Override
    public Integer call() throws Exception {
      AgentConfig settings = config.read();
      EnrolmentCode read =
          EnrolmentCode.parse(code)
              .orElseThrow(
                  () -> new CannotStartException("This is not an enrolment code: look again."));
      check(server);
      StateDir.make(settings.stateDir());
      return say(Enroller.enrol(read, server, version()), settings);
    }

    private int say(Answer<Membership> answer, AgentConfig settings) throws Exception {
      PrintWriter out = spec.commandLine().getOut();
      return switch (answer) {
        case Answer.Given<Membership>(Membership membership) -> {
          new MembershipFile(settings.membershipPath()).write(membership);
          out.printf("This is %s of %s.%n", membership.stationName(), membership.centreName());
          yield CommandLine.ExitCode.OK;
        }
        case Answer.Refused<Membership>(Refusal(RefusalReason reason, _)) ->
            throw new CannotStartException(sentence(reason) + " (" + reason + ")");
      };
    }

    private static void check(URI server) throws CannotStartException {
      if (!"https".equals(server.getScheme()) || server.getHost() == null) {
        throw new CannotStartException("The server's address begins with https:// and a name.");
      }
    }

    private static String sentence(RefusalReason reason) {
      return reason == RefusalReason.SERVER_NOT_REACHED
          ? "The server was not reached, or it is not the one that issued the code."
          : "The server refuses the code.";
    }
  }

  @Command(name = "status", description = "Says what this station is, and what waits to be told.")
  static final class Status implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @CommandLine.Mixin private ConfigOption config = new ConfigOption();

    @Override
    public Integer call() throws Exception {
      AgentConfig settings = config.read();
      PrintWriter out = spec.commandLine().getOut();
      Optional<Membership> membership = new MembershipFile(settings.membershipPath()).read();
      if (membership.isEmpty()) {
        out.println("not enrolled");
        return CommandLine.ExitCode.OK;
      }
      out.printf(
          "%s of %s, at %s%n",
          membership.get().stationName(), membership.get().centreName(), membership.get().server());
      try (Journal journal = Journal.open(settings.journalPath())) {
        out.printf(
            "receipts %d, reports waiting %d%n",
            journal.lastReceipt().number(), journal.outbox().size());
      } catch (JournalException e) {
        throw new CannotStartException("The journal cannot be read.", e);
      }
      return CommandLine.ExitCode.OK;
    }
  }

  /** Ends the run in order when the program is told to stop. */
  private static final class Stopping implements Runnable {

    private final Thread running;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Stopping(Thread running) {
      this.running = running;
    }

    void done() {
      stopped.countDown();
    }

    @Override
    public void run() {
      running.interrupt();
      try {
        stopped.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {"kiosk-agent " + version()};
    }
  }

  private AgentMain() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new AgentMain())
        .addSubcommand(new Run())
        .addSubcommand(new Enrol())
        .addSubcommand(new Status())
        .addSubcommand(new AuditCommand())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println(sentence(failure));
              return CommandLine.ExitCode.SOFTWARE;
            });
  }

  private static String sentence(Exception failure) {
    return failure instanceof CannotStartException
        ? String.valueOf(failure.getMessage())
        : "The agent failed: " + failure;
  }

  private static String version() {
    String version = AgentMain.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
