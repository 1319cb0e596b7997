package org.escale.server.help;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.SessionId;

/** Where calls are kept. Every change may be asked for again. Thread-safe; calls block. */
public interface HelpStore {

  /** Keeps a new call; one that is known stays as it is. */
  void ask(HelpRequest request);

  /**
   * Moves a call from one state to another.
   *
   * @return the call as it is now; empty if it was not in that state
   */
  Optional<HelpRequest> move(HelpRequestId id, HelpRequest.State from, HelpRequest.State to);

  /** Every open call of this session is gone. */
  void sessionOver(SessionId session);

  /** Open calls, the longest waiting first. */
  List<HelpRequest> open();

  Optional<HelpRequest> find(HelpRequestId id);

  /** Forgets calls that were asked before this moment. */
  int purge(Instant askedBefore);
}
