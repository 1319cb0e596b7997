package org.escale.client.agent;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.escale.client.link.Membership;
import org.escale.client.link.MembershipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the station has been enrolled while the agent was at work. For one thread. */
final class EnrolmentWatch {

  private static final Logger log = LoggerFactory.getLogger(EnrolmentWatch.class);

  private final MembershipFile file;
  private final Consumer<AgentEvent> post;
  private boolean done;

  /**
   * @param done there is a membership already
   */
  EnrolmentWatch(MembershipFile file, boolean done, Consumer<AgentEvent> post) {
    this.file = file;
    this.done = done;
    this.post = post;
  }

  void look() {
    if (done) {
      return;
    }
    try {
      Optional<Membership> membership = file.read();
      if (membership.isPresent()) {
        done = true;
        post.accept(new AgentEvent.Enrolled(membership.get()));
      }
    } catch (IOException e) {
      done = true;
      log.error("the station's membership cannot be read; enrol it again and restart", e);
    }
  }
}
