package org.escale.client.agent;

import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.link.Membership;
import org.escale.client.station.StationEvent;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Bringing;
import org.escale.protocol.Command;
import org.escale.protocol.Guide;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.Welcome;

/** Whatever reaches the agent, in one queue. */
sealed interface AgentEvent {

  /** Something that the station decides about as it is. */
  record OfStation(StationEvent event) implements AgentEvent {}

  record Erased(VisitSpace.Erased found) implements AgentEvent {}

  record Tick() implements AgentEvent {}

  record ShellArrived(FromShell.Ready shell) implements AgentEvent {}

  record ShellSaid(FromShell message) implements AgentEvent {}

  record ShellLost() implements AgentEvent {}

  record LinkOpened(Welcome welcome) implements AgentEvent {}

  record LinkClosed() implements AgentEvent {}

  record Commanded(Command command) implements AgentEvent {}

  record Acknowledged(ReportId report) implements AgentEvent {}

  /** What the visitor wished for has been answered. */
  record Answered(ToShell reply) implements AgentEvent {}

  /** She got it: an unlock comes over the link. */
  record Granted() implements AgentEvent {}

  /** The server lets telephones bring documents into this session. */
  record PhoneInvited(SessionId session, Bringing.Invitation invitation) implements AgentEvent {}

  /** It does so no longer. */
  record InvitationOver(SessionId session) implements AgentEvent {}

  /**
   * A telephone has brought something into this session, or tried to.
   *
   * @param stored how many documents it has been brought by now
   */
  record PhoneBrought(SessionId session, int stored, Bringing.Outcome last) implements AgentEvent {}

  /** Whether tickets can be printed on paper. */
  record SlipsPossible(boolean possible) implements AgentEvent {}

  /** A slip was printed, or could not be. */
  record SlipTried(boolean printed) implements AgentEvent {}

  record GuidesKnown(Guide.Catalogue catalogue) implements AgentEvent {}

  record Enrolled(Membership membership) implements AgentEvent {}
}
