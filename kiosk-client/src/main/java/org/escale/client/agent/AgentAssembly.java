package org.escale.client.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ShellServer;
import org.escale.client.ipc.ToShell;
import org.escale.client.journal.Journal;
import org.escale.client.journal.JournalException;
import org.escale.client.link.Membership;
import org.escale.client.link.MembershipFile;
import org.escale.client.station.StationMachine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All wiring of the agent, in the order of the story. */
final class AgentAssembly {

  private static final Logger log = LoggerFactory.getLogger(AgentAssembly.class);

  private final AgentConfig config;
  private final Machine machine;
  private final String programVersion;
  private final WallClock wallClock = Instant::now;

  AgentAssembly(AgentConfig config, Machine machine, String programVersion) {
    this.config = config;
    this.machine = machine;
    this.programVersion = programVersion;
  }

  /**
   * Runs the station until this thread is interrupted.
   *
   * @return false if the station could be vouched for no longer, so that a new agent must begin
   * @throws CannotStartException with one sentence for a person
   */
  boolean run() throws CannotStartException {
    try (StateDir stateDir = StateDir.take(config.stateDir());
        Journal journal = stateDir.openJournal(config.journalPath(), wallClock)) {
      return run(new JournalKeeper(journal));
    } catch (IOException | JournalException e) {
      throw new CannotStartException("The station cannot be kept in " + config.stateDir() + ".", e);
    }
  }

  private boolean run(JournalKeeper journal) throws IOException, CannotStartException {
    AgentLoop loop = new AgentLoop();
    Optional<Membership> membership = membership();
    Files.createDirectories(config.socketPath().toAbsolutePath().getParent());

    VisitThread visit = new VisitThread(machine.space(), wallClock, loop::post);
    Outgoing outgoing = new Outgoing(machine.clock(), loop::post);
    StationKeeper keeper =
        new StationKeeper(
            new StationMachine(config.limits()),
            machine.clock(),
            journal,
            visit,
            new Reports(wallClock),
            outgoing::send,
            programVersion);
    EnrolmentWatch enrolment =
        new EnrolmentWatch(
            new MembershipFile(config.membershipPath()), membership.isPresent(), loop::post);
    GuideSites guideSites = new GuideSites(config.guideSitesPath(), machine.guideSites());
    PhoneDocuments documents = new PhoneDocuments(machine.space(), loop::post);
    ShellKeeper shell = new ShellKeeper(machine.shellHost(), machine.clock());

    try (ShellServer socket =
            ShellServer.listen(config.socketPath(), machine.shellUser(), new Posting(loop));
        Ticker ticker = new Ticker()) {
      Agent agent =
          new Agent(
              keeper,
              front(socket::send),
              new Wishes(loop::post),
              new Slips(machine.slips(), loop::post),
              documents,
              guideSites,
              outgoing,
              machine.clock(),
              wallClock);
      guideSites.remember();
      agent.start(membership.orElse(null));
      ticker.start(loop::post, enrolment);
      shell.start();
      log.info("the agent is at work");
      return loop.run(agent::on);
    } finally {
      shell.stop();
      outgoing.stop();
      documents.stop();
      visit.stop();
      log.info("the agent has stopped");
    }
  }

  private ShellFront front(Consumer<ToShell> send) {
    return new ShellFront(
        new ScreenProjection(config.limits()), send, ZoneId.systemDefault(), machine.rehearsal());
  }

  private Optional<Membership> membership() throws CannotStartException {
    try {
      return new MembershipFile(config.membershipPath()).read();
    } catch (IOException e) {
      throw new CannotStartException(
          "The membership in " + config.membershipPath() + " cannot be read: enrol it again.", e);
    }
  }

  /** Takes what the shell says to the loop. */
  private record Posting(AgentLoop loop) implements ShellServer.Listener {

    @Override
    public void arrived(FromShell.Ready shell) {
      loop.post(new AgentEvent.ShellArrived(shell));
    }

    @Override
    public void said(FromShell message) {
      loop.post(new AgentEvent.ShellSaid(message));
    }

    @Override
    public void lost() {
      loop.post(new AgentEvent.ShellLost());
    }
  }
}
