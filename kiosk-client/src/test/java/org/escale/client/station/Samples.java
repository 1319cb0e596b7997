package org.escale.client.station;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.escale.client.station.StationEvent.Pressed;
import org.escale.client.station.StationEvent.SpaceAnswered;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.EmergencySheet;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.Notice;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;

/** Things that tests of the station share. */
public final class Samples {

  public static final SessionId SESSION = SessionId.random();
  public static final SessionId OTHER_SESSION = SessionId.random();
  public static final WipeOrderId ORDER = WipeOrderId.random();
  public static final TicketSecret SECRET = new TicketSecret("0471");
  public static final TicketSecret WRONG = new TicketSecret("1111");
  public static final TicketProof PROOF = TicketProof.of(SECRET, new SecureRandom());
  public static final PublicTicket TICKET = new PublicTicket(Pictogram.SUN, TicketColour.BLUE);
  public static final PublicTicket OTHER_TICKET =
      new PublicTicket(Pictogram.KEY, TicketColour.PINK);
  public static final List<EmergencyCode> CODES =
      List.of(new EmergencyCode("48219036"), new EmergencyCode("00730158"));
  public static final EmergencyCode NO_CODE = new EmergencyCode("11111111");

  /** One round, so that thousands of tries take no time. */
  public static final EmergencySheet SHEET =
      EmergencySheet.of(Duration.ofHours(1), CODES, 1, new SecureRandom());

  public static final Instant WALL_CLOCK = Instant.parse("2026-11-22T09:00:00Z");
  public static final VisitSpace.Erased CLEAN = found(0);
  public static final URI SITE = URI.create("https://www.caf.fr/");

  public static Command.Unlock unlock(SessionId session, Duration granted) {
    return new Command.Unlock(
        CommandId.random(), session, granted, Language.FRENCH, ORDER, TICKET, PROOF, SECRET);
  }

  public static Pressed.Emergency emergency(EmergencyCode typed, SessionId session) {
    return new Pressed.Emergency(
        typed,
        new StationEvent.EmergencyVisit(session, ORDER, Language.ENGLISH, TICKET, PROOF, SECRET));
  }

  public static VisitSpace.Erased found(int residue) {
    return new VisitSpace.Erased(
        Map.of(WipeItem.PROCESSES, 7, WipeItem.MOUNTS, 2),
        residue == 0 ? Map.of() : Map.of(WipeItem.PROCESSES, residue),
        Map.of(WipePhase.BURST, Duration.ofMillis(60), WipePhase.CHECK, Duration.ofMillis(5)));
  }

  public static SpaceAnswered.Erased erased(int residue, long number) {
    return new SpaceAnswered.Erased(
        found(residue), new StationEvent.Stamp(number, null, "1.0", WALL_CLOCK));
  }

  /** A visit of {@link #SESSION} is under way. */
  public static StationState inSession() {
    return Stage.inSession().state(StationState.InSession.class);
  }

  public static StationState hidden() {
    return Stage.hidden().state(StationState.Hidden.class);
  }

  public static StationState locked() {
    return Stage.locked().state(StationState.Locked.class);
  }

  /** One of every kind of command, about this session. */
  static List<Command> commands(SessionId session) {
    return List.of(
        unlock(session, Duration.ofMinutes(30)),
        new Command.Extend(CommandId.random(), session, Duration.ofMinutes(10)),
        new Command.Shorten(CommandId.random(), session, Duration.ofMinutes(8)),
        new Command.Hide(CommandId.random(), session),
        new Command.End(CommandId.random(), session),
        new Command.Wipe(CommandId.random(), WipeOrderId.random()),
        new Command.Message(CommandId.random(), session, Notice.HELP_IS_COMING),
        new Command.Message(CommandId.random(), session, Notice.HELP_DONE),
        new Command.Message(CommandId.random(), session, Notice.CLOSES_EARLY),
        new Command.Hold(CommandId.random(), OTHER_TICKET, Duration.ofMinutes(5)),
        new Command.Hold(CommandId.random(), null, null),
        new Command.EmergencyCodes(CommandId.random(), SHEET),
        new Command.EmergencyCodes(CommandId.random(), null),
        new Command.OutOfService(CommandId.random()),
        new Command.InService(CommandId.random(), WipeOrderId.random()));
  }

  /** One of every kind of event but commands, about this session. */
  static List<StationEvent> eventsBesideCommands(SessionId session) {
    return List.of(
        new StationEvent.Tick(),
        new StationEvent.ShellArrived(1280, 800),
        new StationEvent.ShellLost(),
        new StationEvent.Enrolled(WipeOrderId.random()),
        new StationEvent.JournalFailed(),
        new StationEvent.VisitLost(session),
        emergency(CODES.getFirst(), session),
        emergency(NO_CODE, session),
        new Pressed.Noted(),
        new Pressed.Help(HelpRequestId.random(), HelpReason.PRINT),
        new Pressed.HelpNoLonger(),
        new Pressed.Guide("caf-ressources"),
        new Pressed.GuideClosed(),
        new Pressed.GuideSite(SITE),
        new Pressed.Hide(),
        new Pressed.Digits(SECRET),
        new Pressed.Digits(WRONG),
        new Pressed.End(),
        new Pressed.BackToWork(),
        new Pressed.OpenStick(),
        new Pressed.DeleteDocuments(),
        new Pressed.Save(),
        new Pressed.Eject(),
        new Pressed.Leave(),
        new SpaceAnswered.Opened(session, WALL_CLOCK),
        new SpaceAnswered.OpenFailed(session),
        new SpaceAnswered.Covered(session),
        new SpaceAnswered.Uncovered(session),
        new SpaceAnswered.CurtainFailed(session),
        new SpaceAnswered.Looked(session, Outside.NOTHING),
        erased(0, 1),
        erased(3, 1),
        new SpaceAnswered.EraseFailed());
  }

  private Samples() {}
}
