package org.escale.client.station;

import java.net.URI;
import java.time.Instant;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.Command;
import org.escale.protocol.EmergencyCode;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;

/** What can happen to a station. */
public sealed interface StationEvent {

  /** Time has gone on. */
  record Tick() implements StationEvent {}

  /** The server tells the station to do something, for the first time. */
  record Commanded(Command command) implements StationEvent {}

  /** A shell is on a screen of this size. */
  record ShellArrived(int screenWidth, int screenHeight) implements StationEvent {}

  record ShellLost() implements StationEvent {}

  /**
   * The station has become one of a centre's.
   *
   * @param order the wipe that comes first
   */
  record Enrolled(WipeOrderId order) implements StationEvent {}

  /** The visit has ended by itself: its programs or its display are gone. */
  record VisitLost(SessionId session) implements StationEvent {}

  /** What the station must still know after a power cut could not be written. */
  record JournalFailed() implements StationEvent {}

  /** The visitor pressed something. */
  sealed interface Pressed extends StationEvent {

    /**
     * She typed a printed code, while the server is away.
     *
     * @param visit what a right one opens
     */
    record Emergency(EmergencyCode typed, EmergencyVisit visit) implements Pressed {}

    /** She has noted her ticket's digits. */
    record Noted() implements Pressed {}

    record Help(HelpRequestId request, HelpReason reason) implements Pressed {}

    record HelpNoLonger() implements Pressed {}

    record Guide(String guide) implements Pressed {}

    /** She has closed the guide that was open. */
    record GuideClosed() implements Pressed {}

    record GuideSite(URI site) implements Pressed {}

    record Hide() implements Pressed {}

    record Digits(TicketSecret typed) implements Pressed {}

    record End() implements Pressed {}

    record BackToWork() implements Pressed {}

    /** She wants to see what is on her stick. */
    record OpenStick() implements Pressed {}

    /** Her documents are to be saved on her stick. */
    record Save() implements Pressed {}

    /** She wants room for others in place of the documents that she has here. */
    record DeleteDocuments() implements Pressed {}

    /** She wants to take her stick out. */
    record Eject() implements Pressed {}

    record Leave() implements Pressed {}
  }

  /**
   * All that a visit needs which no server has ordered: drawn beforehand, used by a right code
   * only.
   *
   * @param digits to be shown to the visitor
   */
  record EmergencyVisit(
      SessionId session,
      WipeOrderId wipeOrder,
      Language language,
      PublicTicket ticket,
      TicketProof proof,
      TicketSecret digits) {}

  /** What became of something asked of the visit's space. */
  sealed interface SpaceAnswered extends StationEvent {

    /**
     * @param wallClock for people only
     */
    record Opened(SessionId session, Instant wallClock) implements SpaceAnswered {}

    record OpenFailed(SessionId session) implements SpaceAnswered {}

    record Covered(SessionId session) implements SpaceAnswered {}

    record Uncovered(SessionId session) implements SpaceAnswered {}

    /** It could not be covered or uncovered. */
    record CurtainFailed(SessionId session) implements SpaceAnswered {}

    /** What the visit has outside its walls now. */
    record Looked(SessionId session, Outside outside) implements SpaceAnswered {}

    record Erased(VisitSpace.Erased found, Stamp stamp) implements SpaceAnswered {}

    record EraseFailed() implements SpaceAnswered {}
  }

  /**
   * What turns the findings of a wipe into a receipt.
   *
   * @param number of the receipt
   * @param previous seal of the receipt before it; null for the first
   * @param finishedAt wall clock, for people only
   */
  record Stamp(long number, @Nullable String previous, String programVersion, Instant finishedAt) {}
}
