package org.escale.client.agent;

import java.util.function.Consumer;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.link.Membership;
import org.escale.client.link.ServerLink;
import org.escale.client.station.Held;
import org.escale.client.station.StationEvent;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.port.BootClock;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.Guide;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.UnlockCode;
import org.escale.protocol.Welcome;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes each event to whom it concerns. For the loop's thread. */
final class Agent {

  private static final Logger log = LoggerFactory.getLogger(Agent.class);

  private final StationKeeper keeper;
  private final ShellFront shell;
  private final Wishes wishes;
  private final Slips slips;
  private final PhoneDocuments documents;
  private final GuideSites guideSites;
  private final EmergencyDraw draw = new EmergencyDraw();
  private final BootClock clock;
  private final WallClock wallClock;
  private final Outgoing outgoing;
  private Language language = Language.FRENCH;

  Agent(
      StationKeeper keeper,
      ShellFront shell,
      Wishes wishes,
      Slips slips,
      PhoneDocuments documents,
      GuideSites guideSites,
      Outgoing outgoing,
      BootClock clock,
      WallClock wallClock) {
    this.keeper = keeper;
    this.shell = shell;
    this.wishes = wishes;
    this.slips = slips;
    this.documents = documents;
    this.guideSites = guideSites;
    this.outgoing = outgoing;
    this.clock = clock;
    this.wallClock = wallClock;
  }

  /** Begins with a wipe; without a membership, out of service. */
  void start(@Nullable Membership membership) {
    if (membership != null) {
      join(membership);
    }
    keeper.start(membership != null);
    shell.show(keeper.station(), clock.now());
  }

  void on(AgentEvent event) {
    switch (event) {
      case AgentEvent.OfStation(StationEvent happened) -> keeper.happened(happened);
      case AgentEvent.Erased(var found) -> keeper.erased(found, wallClock.now());
      case AgentEvent.Tick _ -> keeper.happened(new StationEvent.Tick());
      case AgentEvent.ShellArrived(FromShell.Ready ready) -> arrived(ready);
      case AgentEvent.ShellSaid(FromShell message) -> said(message);
      case AgentEvent.ShellLost _ -> keeper.happened(new StationEvent.ShellLost());
      case AgentEvent.LinkOpened(Welcome welcome) -> opened(welcome);
      case AgentEvent.LinkClosed _ -> closed();
      case AgentEvent.Commanded(var command) -> keeper.commanded(command);
      case AgentEvent.Acknowledged(var report) -> keeper.acknowledged(report);
      case AgentEvent.Answered(ToShell reply) -> {
        wishes.answered();
        shell.reply(reply);
      }
      case AgentEvent.Granted _ -> wishes.answered();
      case AgentEvent.PhoneInvited(var session, var invitation) -> {
        wishes.answered();
        documents.fetchFor(session);
        shell.reply(new ToShell.PhoneInvited(invitation));
      }
      case AgentEvent.InvitationOver(var session) -> {
        if (documents.over(session)) {
          shell.reply(new ToShell.InvitationOver());
        }
      }
      case AgentEvent.PhoneBrought(var session, int stored, var last) -> {
        if (documents.areFetchedFor(session)) {
          shell.reply(new ToShell.PhoneBrought(stored, last));
        }
      }
      case AgentEvent.SlipsPossible(boolean possible) -> shell.slips(possible);
      case AgentEvent.SlipTried(boolean printed) -> shell.reply(new ToShell.SlipTried(printed));
      case AgentEvent.GuidesKnown(Guide.Catalogue catalogue) -> {
        shell.know(catalogue);
        guideSites.know(catalogue);
      }
      case AgentEvent.Enrolled(Membership membership) -> {
        join(membership);
        keeper.happened(new StationEvent.Enrolled(WipeOrderId.random()));
      }
    }
    documents.follow(keeper.station().state());
    shell.show(keeper.station(), clock.now());
  }

  private void join(Membership membership) {
    log.info("this is {} of {}", membership.stationName(), membership.centreName());
    shell.belongsTo(membership.centreName(), membership.stationName());
    ServerLink link = outgoing.linkTo(membership, keeper::hello);
    wishes.ask(link.questions());
    documents.ask(link.questions(), link.deliveries());
    link.start();
  }

  private void arrived(FromShell.Ready ready) {
    keeper.happened(new StationEvent.ShellArrived(ready.screenWidth(), ready.screenHeight()));
    shell.arrived(keeper.station(), clock.now());
  }

  private void opened(Welcome welcome) {
    outgoing.open();
    keeper.resend();
    shell.connected(welcome);
    wishes.guides();
    slips.look();
  }

  private void closed() {
    outgoing.close();
    shell.disconnected();
  }

  private void said(FromShell message) {
    switch (message) {
      // The socket's server takes this one.
      case FromShell.Ready _ -> {}
      case FromShell.ChooseLanguage(Language chosen) -> language = chosen;
      case FromShell.AskOffer _ -> wishes.offer();
      case FromShell.TakeNow _ -> wishes.takeNow(language);
      case FromShell.AskSlots(var wish) -> wishes.slots(wish);
      case FromShell.Book(var slot, var needs, var station) ->
          wishes.book(slot, needs, station, language);
      case FromShell.JoinQueue(var needs, var length) -> wishes.join(needs, length, language);
      case FromShell.ShowTicket(var ticket, var secret) -> wishes.show(ticket, secret);
      case FromShell.MoveTicket(var ticket, var secret, var slot) ->
          wishes.move(ticket, secret, slot);
      case FromShell.CancelTicket(var ticket, var secret) -> wishes.cancel(ticket, secret);
      case FromShell.StartTicket(var ticket, var secret) -> wishes.start(ticket, secret, language);
      case FromShell.StartHeld(var secret) -> startHeld(secret);
      case FromShell.TypeCode(String code) -> typed(code);
      case FromShell.PrintSlip(var page) -> slips.print(page.bytes());
      case FromShell.Noted _ -> keeper.happened(new Pressed.Noted());
      case FromShell.AskHelp(var reason) ->
          keeper.happened(new Pressed.Help(HelpRequestId.random(), reason));
      case FromShell.CancelHelp _ -> keeper.happened(new Pressed.HelpNoLonger());
      case FromShell.OpenGuide(String id) -> {
        if (shell.guide(id) != null) {
          keeper.happened(new Pressed.Guide(id));
        }
      }
      case FromShell.CloseGuide _ -> keeper.happened(new Pressed.GuideClosed());
      case FromShell.OpenGuideSite(String id) -> {
        Guide guide = shell.guide(id);
        if (guide != null) {
          keeper.happened(new Pressed.GuideSite(guide.site()));
        }
      }
      case FromShell.AskMoreTime _ -> inVisit(wishes::moreTimePossible);
      case FromShell.MoreTime _ -> inVisit(wishes::moreTime);
      case FromShell.InvitePhone _ -> inVisit(wishes::invitePhone);
      case FromShell.Hide _ -> keeper.happened(new Pressed.Hide());
      case FromShell.Reveal(var typed) -> keeper.happened(new Pressed.Digits(typed));
      case FromShell.End _ -> keeper.happened(new Pressed.End());
      case FromShell.BackToWork _ -> keeper.happened(new Pressed.BackToWork());
      case FromShell.OpenStick _ -> keeper.happened(new Pressed.OpenStick());
      case FromShell.DeleteDocuments _ -> keeper.happened(new Pressed.DeleteDocuments());
      case FromShell.SaveToStick _ -> keeper.happened(new Pressed.Save());
      case FromShell.EjectStick _ -> keeper.happened(new Pressed.Eject());
      case FromShell.Leave _ -> keeper.happened(new Pressed.Leave());
    }
  }

  private void inVisit(Consumer<SessionId> wish) {
    keeper
        .station()
        .state()
        .visitUnderWay()
        .ifPresentOrElse(
            visit -> wish.accept(visit.session()),
            () -> shell.reply(new ToShell.Refused(RefusalReason.SESSION_OVER)));
  }

  /** Six digits are the server's to recognise, eight the station's own, while it is alone. */
  private void typed(String code) {
    if (UnlockCode.looksValid(code)) {
      wishes.useCode(new UnlockCode(code), language);
    } else if (!EmergencyCode.looksValid(code)) {
      refuse(RefusalReason.CODE_UNKNOWN);
    } else if (outgoing.isOpen()) {
      refuse(RefusalReason.CODE_ONLY_WITHOUT_SERVER);
    } else {
      keeper
          .asked(new Pressed.Emergency(new EmergencyCode(code), draw.visit(language)))
          .ifPresent(this::refuse);
    }
  }

  private void refuse(RefusalReason reason) {
    shell.reply(new ToShell.Refused(reason));
  }

  private void startHeld(TicketSecret secret) {
    Held held = keeper.station().held();
    if (held == null) {
      shell.reply(new ToShell.Refused(RefusalReason.TICKET_UNKNOWN));
    } else {
      wishes.start(held.ticket(), secret, language);
    }
  }
}
