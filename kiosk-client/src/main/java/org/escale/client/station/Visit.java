package org.escale.client.station;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.escale.protocol.Command;
import org.escale.protocol.HelpReason;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.Language;
import org.escale.protocol.Notice;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.TicketProof;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.WipeOrderId;
import org.jspecify.annotations.Nullable;

/**
 * What the station knows of a visit from its unlock until its wipe.
 *
 * @param start null until the visitor can work
 * @param call her call for a mediator, if one is open
 * @param closesEarly the centre closes early today, and she has been told
 * @param outside what she has beside the visit: pages in the printer, a stick
 */
public record Visit(
    SessionId session,
    WipeOrderId wipeOrder,
    Language language,
    Ticket ticket,
    Countdown countdown,
    @Nullable Start start,
    @Nullable Call call,
    Guides guides,
    boolean closesEarly,
    Outside outside) {

  /**
   * @param wrongTries how often wrong digits were typed in this visit
   * @param toNote the digits, until the visitor has noted them; null if she knows them
   */
  public record Ticket(
      PublicTicket shown, TicketProof proof, int wrongTries, @Nullable TicketSecret toNote) {

    static Ticket of(Command.Unlock unlock) {
      return new Ticket(unlock.ticket(), unlock.proof(), 0, unlock.showDigits());
    }
  }

  /**
   * @param wallClock for people only
   */
  public record Start(BootTime at, Instant wallClock) {}

  /**
   * @param coming a mediator has seen it
   */
  public record Call(HelpRequestId request, HelpReason reason, boolean coming) {}

  /**
   * @param opened the guides she opened, by id
   * @param underWay one of them is open now
   */
  public record Guides(Set<String> opened, boolean underWay) {

    static final Guides NONE = new Guides(Set.of(), false);

    public Guides {
      opened = Set.copyOf(opened);
    }

    Guides and(String guide) {
      Set<String> more = new HashSet<>(opened);
      more.add(guide);
      return new Guides(more, true);
    }

    Guides closed() {
      return new Guides(opened, false);
    }
  }

  static Visit unlocked(Command.Unlock unlock, BootTime now, Limits limits) {
    return new Visit(
        unlock.session(),
        unlock.wipeOrder(),
        unlock.language(),
        Ticket.of(unlock),
        new Countdown(now, unlock.granted(), limits.graceOf(unlock.granted())),
        null,
        null,
        Guides.NONE,
        false,
        Outside.NOTHING);
  }

  /** A visit that a printed code opens. */
  static Visit opened(StationEvent.EmergencyVisit drawn, Duration granted, Moment moment) {
    return new Visit(
        drawn.session(),
        drawn.wipeOrder(),
        drawn.language(),
        new Ticket(drawn.ticket(), drawn.proof(), 0, drawn.digits()),
        new Countdown(moment.now(), granted, moment.limits().graceOf(granted)),
        null,
        null,
        Guides.NONE,
        false,
        Outside.NOTHING);
  }

  /** Time between start and now; zero if it has not started. */
  public Duration used(BootTime now) {
    return start == null ? Duration.ZERO : start.at().until(now);
  }

  boolean knows(TicketSecret typed) {
    return ticket.proof().matches(typed);
  }

  Visit started(BootTime now, Instant wallClock) {
    return new Visit(
        session,
        wipeOrder,
        language,
        ticket,
        countdown,
        new Start(now, wallClock),
        call,
        guides,
        closesEarly,
        outside);
  }

  /** There is no more time before the centre opens its day again, so nothing closes early now. */
  Visit extendedBy(Duration more) {
    return with(countdown.extendedBy(more), false);
  }

  /** The centre closes early. */
  Visit shortenedBy(Duration less, Limits limits, BootTime now) {
    return with(countdown.shortenedBy(less, limits.kept(), now), true);
  }

  Visit withTicket(Ticket next) {
    return new Visit(
        session, wipeOrder, language, next, countdown, start, call, guides, closesEarly, outside);
  }

  Visit wronglyTried() {
    return withTicket(
        new Ticket(ticket.shown(), ticket.proof(), ticket.wrongTries() + 1, ticket.toNote()));
  }

  /** Who types them right knows them. */
  Visit rightlyTried() {
    return withTicket(new Ticket(ticket.shown(), ticket.proof(), 0, null));
  }

  Visit noted() {
    return withTicket(new Ticket(ticket.shown(), ticket.proof(), ticket.wrongTries(), null));
  }

  Visit withCall(@Nullable Call next) {
    return new Visit(
        session, wipeOrder, language, ticket, countdown, start, next, guides, closesEarly, outside);
  }

  /** The visit after the visitor was told something. */
  Visit told(Notice notice) {
    return switch (notice) {
      case HELP_IS_COMING ->
          call == null ? this : withCall(new Call(call.request(), call.reason(), true));
      case HELP_DONE -> withCall(null);
      case CLOSES_EARLY -> with(countdown, true);
    };
  }

  Visit withGuides(Guides next) {
    return new Visit(
        session, wipeOrder, language, ticket, countdown, start, call, next, closesEarly, outside);
  }

  Visit withOutside(Outside next) {
    return new Visit(
        session, wipeOrder, language, ticket, countdown, start, call, guides, closesEarly, next);
  }

  private Visit with(Countdown next, boolean early) {
    return new Visit(
        session, wipeOrder, language, ticket, next, start, call, guides, early, outside);
  }
}
