package org.escale.client.agent;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.escale.client.link.Membership;
import org.escale.client.link.ServerLink;
import org.escale.client.station.port.BootClock;
import org.escale.protocol.Command;
import org.escale.protocol.Hello;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.Welcome;
import org.jspecify.annotations.Nullable;

/**
 * The agent's side of the link: makes it, and sends on it while it is open. For the loop's thread.
 */
final class Outgoing {

  private final BootClock clock;
  private final Consumer<AgentEvent> post;
  private @Nullable ServerLink link;
  private boolean open;

  Outgoing(BootClock clock, Consumer<AgentEvent> post) {
    this.clock = clock;
    this.post = post;
  }

  /** The link to this membership's server, not yet started. */
  ServerLink linkTo(Membership membership, Supplier<Hello> hello) {
    ServerLink made = new ServerLink(membership, hello, clock, new Posting());
    link = made;
    return made;
  }

  void open() {
    open = true;
  }

  void close() {
    open = false;
  }

  /** Whether the server can be reached, as far as is known. */
  boolean isOpen() {
    return open;
  }

  /** What is sent while the link is not open waits in the journal. */
  void send(Report report) {
    if (open && link != null) {
      link.send(report);
    }
  }

  void stop() {
    if (link != null) {
      link.close();
    }
  }

  /** Takes what comes over the link to the loop. */
  private final class Posting implements ServerLink.Listener {

    @Override
    public void opened(Welcome welcome) {
      post.accept(new AgentEvent.LinkOpened(welcome));
    }

    @Override
    public void commanded(Command command) {
      post.accept(new AgentEvent.Commanded(command));
    }

    @Override
    public void acknowledged(ReportId report) {
      post.accept(new AgentEvent.Acknowledged(report));
    }

    @Override
    public void closed() {
      post.accept(new AgentEvent.LinkClosed());
    }
  }
}
