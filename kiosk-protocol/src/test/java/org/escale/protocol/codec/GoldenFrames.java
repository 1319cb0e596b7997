package org.escale.protocol.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.Command;
import org.escale.protocol.CommandId;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.EmergencySheet;
import org.escale.protocol.EndReason;
import org.escale.protocol.Frame;
import org.escale.protocol.FromStation;
import org.escale.protocol.Goodbye;
import org.escale.protocol.Hello;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.Notice;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Report;
import org.escale.protocol.ReportAck;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationRole;
import org.escale.protocol.StationStateName;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.ToStation;
import org.escale.protocol.Welcome;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipeOrderId;
import org.escale.protocol.WipePhase;
import org.escale.protocol.WipeReceipt;

/**
 * One frame of every type, each with its text in {@code golden/TYPE.json}. A change of a file is a
 * change of the protocol.
 */
public final class GoldenFrames {

  private static final SessionId SESSION = SessionId.of("5e551011-0000-4000-8000-000000000001");
  private static final CommandId COMMAND = CommandId.of("c0111a4d-0000-4000-8000-000000000002");
  private static final ReportId REPORT = ReportId.of("4e904700-0000-4000-8000-000000000003");
  private static final WipeOrderId ORDER = WipeOrderId.of("04de4000-0000-4000-8000-000000000004");
  private static final HelpRequestId HELP =
      HelpRequestId.of("4e190000-0000-4000-8000-000000000005");
  private static final UUID SHEET = UUID.fromString("5ee70000-0000-4000-8000-000000000006");
  private static final PublicTicket TICKET =
      new PublicTicket(Pictogram.UMBRELLA, TicketColour.VIOLET);
  private static final Instant STARTED = Instant.parse("2026-11-02T09:30:00Z");

  public static List<FromStation> fromStation() {
    return List.of(
        new Hello(1, 1, "0.1.0", StationStateName.IN_SESSION, SESSION, 41, true, SHEET),
        new Report.StateChanged(
            REPORT,
            StationStateName.HIDDEN,
            SESSION,
            Duration.ofSeconds(754),
            null,
            true,
            true,
            true),
        new Report.SessionStarted(REPORT, SESSION, STARTED),
        new Report.SessionEnded(
            REPORT,
            SESSION,
            EndReason.VISITOR,
            STARTED,
            Duration.ofMinutes(42),
            Set.of("caf-ressources")),
        new Report.Wiped(
            REPORT,
            new WipeReceipt(
                ORDER,
                SESSION,
                42,
                Map.of(WipeItem.PROCESSES, 17),
                2,
                Map.of(WipeItem.PRINT_JOBS, 2),
                Map.of(WipePhase.BURST, Duration.ofMillis(63)),
                "0.1.0",
                Instant.parse("2026-11-02T10:12:01Z"),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")),
        new Report.HelpAsked(REPORT, HELP, SESSION, HelpReason.FORGOT_PASSWORD),
        new Report.HelpCancelled(REPORT, HELP, SESSION),
        new Report.EmergencyCodeUsed(REPORT, SHEET, 3, SESSION, STARTED),
        new Report.CommandResult(REPORT, COMMAND, CommandOutcome.REFUSED_NOT_CLEAN));
  }

  public static List<ToStation> toStation() {
    return List.of(
        new Welcome(
            1, "Espace des Lilas", "Poste 4", ZoneId.of("Europe/Paris"), StationRole.VISITS),
        new Goodbye(Goodbye.Reason.REPLACED_BY_NEWER_LINK),
        new ReportAck(REPORT),
        new Command.Unlock(
            COMMAND,
            SESSION,
            Duration.ofMinutes(60),
            Language.ARABIC,
            ORDER,
            TICKET,
            new TicketProof("AAECAwQFBgcICQoLDA0ODw==", "aGFzaA=="),
            new TicketSecret("0427")),
        new Command.Extend(COMMAND, SESSION, Duration.ofMinutes(15)),
        new Command.Shorten(COMMAND, SESSION, Duration.ofMinutes(20)),
        new Command.Hide(COMMAND, SESSION),
        new Command.End(COMMAND, SESSION),
        new Command.Wipe(COMMAND, ORDER),
        new Command.Message(COMMAND, SESSION, Notice.HELP_IS_COMING),
        new Command.Hold(COMMAND, TICKET, Duration.ofMinutes(-2), Duration.ofMinutes(3)),
        new Command.EmergencyCodes(
            COMMAND,
            new EmergencySheet(
                SHEET,
                Duration.ofMinutes(60),
                50_000,
                "AAECAwQFBgcICQoLDA0ODw==",
                List.of("aGFzaDE=", "aGFzaDI="))),
        new Command.OutOfService(COMMAND),
        new Command.InService(COMMAND, ORDER));
  }

  /** Frames with what the others leave out: a station out of service, a ticket no longer held. */
  public static Map<String, Frame> variants() {
    return Map.of(
        "StateChanged.outOfService",
        new Report.StateChanged(
            REPORT,
            StationStateName.OUT_OF_SERVICE,
            null,
            null,
            OutOfServiceReason.WIPE_FAILED,
            false,
            false,
            false),
        "Hold.nobody",
        new Command.Hold(COMMAND, null, null),
        "EmergencyCodes.none",
        new Command.EmergencyCodes(COMMAND, null));
  }

  /** The text of a golden file, for example of {@code Hello}. */
  public static String text(String name) {
    try (InputStream file =
        GoldenFrames.class.getClassLoader().getResourceAsStream("golden/" + name + ".json")) {
      return new String(
          Objects.requireNonNull(file, () -> "no golden file for " + name).readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GoldenFrames() {}
}
