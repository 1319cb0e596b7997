package org.escale.server.bring;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.escale.protocol.BringCode;
import org.escale.protocol.Bringing;
import org.escale.protocol.DocumentKind;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationStateName;
import org.escale.server.bring.Invitations.Invitation;
import org.escale.server.sessions.OpenSessions;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Where telephones bring documents and stations fetch them, each into its own visit. Nothing of a
 * document is kept. Thread-safe.
 */
public final class PhoneDesk {

  public static final Duration GOOD_FOR = Invitations.GOOD_FOR;

  /** A document of the largest size over a slow wireless network. */
  private static final Duration ON_ITS_WAY = Duration.ofMinutes(4);

  /** Then the station has written the last piece, or something is wrong with it. */
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(30);

  private static final Duration TOLD_WHY_NOT_WITHIN = Duration.ofSeconds(3);

  private final OpenSessions sessions;
  private final Room room;
  private final Invitations invitations;
  private final Handovers handovers = new Handovers();

  public PhoneDesk(OpenSessions sessions, Room room, SecureRandom random, InstantSource clock) {
    this.sessions = sessions;
    this.room = room;
    this.invitations = new Invitations(random, clock);
  }

  /** Who a telephone brings something to, or why nobody. */
  public sealed interface Found {

    record Visit(Host host) implements Found {}

    /**
     * @param why {@link PhoneAnswer#CODE_UNKNOWN} or {@link PhoneAnswer#VISIT_OVER}
     */
    record Nobody(PhoneAnswer why) implements Found {}
  }

  /** A station's visitor wants to bring something; empty if that session is not open there. */
  public Optional<BringCode> invite(StationId station, SessionId session) {
    return isOpen(station, session)
        ? Optional.of(invitations.invite(station, session))
        : Optional.empty();
  }

  public Found find(BringCode code) {
    Invitation invitation = invitations.find(code).orElse(null);
    if (invitation == null) {
      return new Found.Nobody(PhoneAnswer.CODE_UNKNOWN);
    }
    Host host = host(invitation);
    if (host == null) {
      return new Found.Nobody(PhoneAnswer.VISIT_OVER);
    }
    invitations.use(invitation);
    return new Found.Visit(host);
  }

  /**
   * A telephone brings a document; returns when its station has said what became of it, or says
   * nothing.
   *
   * @param size in bytes, as the telephone says; no more than that is read
   * @throws IOException if the telephone has gone: nothing of it is anywhere
   */
  public PhoneAnswer bring(Host host, long size, InputStream document)
      throws IOException, InterruptedException {
    if (size > Bringing.LARGEST_BYTES) {
      return PhoneAnswer.TOO_LARGE;
    }
    Optional<PhoneAnswer> obstacle = obstacle(host.station());
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    byte[] first = document.readNBytes((int) Math.min(size, DocumentKind.TOLD_BY));
    Optional<DocumentKind> kind = DocumentKind.of(first);
    return kind.isEmpty()
        ? PhoneAnswer.OTHER_KIND
        : handOver(host, new Handover(host.session(), kind.get(), size), first, document);
  }

  /**
   * A station asks for the next document; of several that ask for one station the last is answered.
   *
   * @return empty if none has come within {@link Bringing#ANSWERED_WITHIN}
   */
  public Optional<Handover> next(StationId station) throws InterruptedException {
    return handovers.next(station, Bringing.ANSWERED_WITHIN);
  }

  /** A telephone may still come to this station. */
  public boolean expects(StationId station) {
    return invitations
        .of(station)
        .filter(invitation -> isOpen(station, invitation.session()))
        .isPresent();
  }

  /** A station says what has become of a document. */
  public void told(StationId station, UUID document, Bringing.Outcome outcome) {
    handovers.told(station, document, outcome);
  }

  private PhoneAnswer handOver(Host host, Handover handover, byte[] first, InputStream rest)
      throws IOException, InterruptedException {
    Optional<PhoneAnswer> obstacle = handovers.begin(host.station(), handover);
    if (obstacle.isPresent()) {
      return obstacle.get();
    }
    try {
      boolean taken = handover.read(first, rest, ON_ITS_WAY);
      return handover
          .awaitOutcome(taken ? TOLD_WITHIN : TOLD_WHY_NOT_WITHIN)
          .map(PhoneDesk::answer)
          .orElse(PhoneAnswer.STATION_AWAY);
    } finally {
      handovers.end(host.station(), handover);
    }
  }

  private static PhoneAnswer answer(Bringing.Outcome outcome) {
    return switch (outcome) {
      case STORED -> PhoneAnswer.STORED;
      case HOME_FULL -> PhoneAnswer.HOME_FULL;
      case FAILED -> PhoneAnswer.STATION_AWAY;
    };
  }

  private Optional<PhoneAnswer> obstacle(StationId station) {
    StationSnapshot now = room.snapshot(station).filter(StationSnapshot::connected).orElse(null);
    if (now == null) {
      return Optional.of(PhoneAnswer.STATION_AWAY);
    }
    return now.state() == StationStateName.HIDDEN
        ? Optional.of(PhoneAnswer.HIDDEN)
        : Optional.empty();
  }

  private boolean isOpen(StationId station, SessionId session) {
    return sessions
        .line(session)
        .filter(line -> line.session().station().equals(station))
        .isPresent();
  }

  private @Nullable Host host(Invitation invitation) {
    OpenSessions.Line line = sessions.line(invitation.session()).orElse(null);
    if (line == null) {
      return null;
    }
    String name = room.snapshot(invitation.station()).map(each -> each.station().name()).orElse("");
    return new Host(
        invitation.session(), invitation.station(), name, line.ticket(), line.language());
  }
}
