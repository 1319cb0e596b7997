package org.escale.client.ipc;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.escale.client.station.Outside;
import org.escale.client.station.ScreenLayout;
import org.escale.protocol.Bringing;
import org.escale.protocol.EndReason;
import org.escale.protocol.Extensions;
import org.escale.protocol.Guide;
import org.escale.protocol.HelpReason;
import org.escale.protocol.Language;
import org.escale.protocol.OutOfServiceReason;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationRole;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** From the agent to the shell. */
public sealed interface ToShell {

  /**
   * Who and where this station is; sent first and whenever it changes.
   *
   * @param stationName null until enrolled
   * @param connected false while the server cannot be reached
   * @param rehearsal true when nothing is locked or isolated, which every screen must say
   * @param role what the station is there for
   * @param slips tickets can be printed on paper
   */
  record About(
      String centreName,
      @Nullable String stationName,
      ZoneId zone,
      boolean connected,
      boolean rehearsal,
      StationRole role,
      boolean slips)
      implements ToShell {}

  /**
   * Speak this language from now on: the visit's. Sent before {@link Screen.Opening} and to a shell
   * that connects while a visit is on; while the station is free the visitor at the screen chooses.
   */
  record Speak(Language language) implements ToShell {}

  /** Show this screen until told otherwise. */
  sealed interface Screen extends ToShell {

    /** Not available; the code is for staff. */
    record NotAvailable(OutOfServiceReason reason) implements Screen {}

    /**
     * The last visit is being erased.
     *
     * @param startUp true for the wipe that every start begins with
     * @param printing the visitor's last page still comes out of the printer
     * @param stick hers is still in the computer
     */
    record Erasing(boolean startUp, boolean printing, boolean stick) implements Screen {}

    /**
     * The station is free and proven clean.
     *
     * @param held the ticket it waits for, if any
     * @param heldStartsIn how long until that slot begins, rounded to minutes; negative once begun
     * @param heldFor how long it still waits, rounded to minutes; null if that is not known
     * @param erasedAt when the last visit was erased; null when that was only the start-up wipe
     */
    record Welcome(
        @Nullable PublicTicket held,
        @Nullable Duration heldStartsIn,
        @Nullable Duration heldFor,
        @Nullable Instant erasedAt)
        implements Screen {}

    /**
     * One moment.
     *
     * @param digits to be shown large; null if the visitor typed them herself or has noted them
     */
    record Opening(PublicTicket ticket, @Nullable TicketSecret digits) implements Screen {}

    /**
     * The dock beside the visit.
     *
     * @param remaining rounded to what is said on the screen
     * @param warning set while the visitor should notice the time
     * @param help the reason of the call that is open, if any
     * @param helpComing a mediator has seen the call
     * @param closesEarly the centre closes early, and the time left is shorter for it
     * @param digits shown until the visitor says that she has noted them, by {@link
     *     FromShell.Noted}; null if she typed them herself or has noted them
     * @param outside her stick, and whether there is room for more documents
     */
    record Session(
        PublicTicket ticket,
        Duration remaining,
        Duration granted,
        @Nullable TimeWarning warning,
        @Nullable HelpReason help,
        boolean helpComing,
        boolean closesEarly,
        @Nullable TicketSecret digits,
        Outside outside,
        ScreenLayout layout)
        implements Screen {}

    /**
     * The screen is covered; the visit waits behind it.
     *
     * @param triesLeft how often the digits may still be typed before only a mediator can uncover
     */
    record Hidden(PublicTicket ticket, int triesLeft) implements Screen {}

    /**
     * Goodbye: save, print, what will be erased.
     *
     * @param canGoBack the visitor ended it herself and time is left
     * @param grace how long until the wipe begins by itself
     * @param outside her pages in the printer, her stick
     */
    record Ending(
        EndReason reason, boolean canGoBack, Duration grace, Outside outside, ScreenLayout layout)
        implements Screen {}
  }

  /** The points where time asks for attention, once each. */
  enum TimeWarning {
    FIVE_MINUTES,
    ONE_MINUTE,
    TWENTY_SECONDS
  }

  /** Answer to {@link FromShell.AskOffer}. */
  record Offered(Visits.Offer offer) implements ToShell {}

  /** Answer to {@link FromShell.AskSlots}: the free slots, soonest first. */
  record SlotsFree(Visits.SlotsWish wish, List<Visits.Slot> slots) implements ToShell {

    public SlotsFree {
      slots = List.copyOf(slots);
    }
  }

  /** Answer to {@link FromShell.Book}. */
  record Booked(Visits.Booked booking) implements ToShell {}

  /** Answer to {@link FromShell.PrintSlip}. */
  record SlipTried(boolean printed) implements ToShell {}

  /** Answer to {@link FromShell.JoinQueue}. */
  record Joined(Queueing.Joined place) implements ToShell {}

  /** Answer to {@link FromShell.ShowTicket}. */
  record TicketSeen(Tickets.Seen seen) implements ToShell {}

  /** Answer to {@link FromShell.MoveTicket}: what the ticket is good for now. */
  record TicketMoved(Tickets.Seen seen) implements ToShell {}

  /** Answer to {@link FromShell.CancelTicket}. */
  record TicketCancelled(PublicTicket ticket) implements ToShell {}

  /** Answer to {@link FromShell.AskMoreTime}. */
  record MoreTimePossible(Extensions.Possible answer) implements ToShell {}

  /** Answer to {@link FromShell.MoreTime}: the screen shows it as soon as the station has it. */
  record MoreTimeGiven(Duration by) implements ToShell {}

  /** Answer to {@link FromShell.InvitePhone}. */
  record PhoneInvited(Bringing.Invitation invitation) implements ToShell {}

  /** The code of the last invitation is good no longer. */
  record InvitationOver() implements ToShell {}

  /**
   * A telephone has brought something, or tried to.
   *
   * @param stored how many documents lie in the visit's downloads by now
   * @param last what became of the last one
   */
  record PhoneBrought(int stored, Bringing.Outcome last) implements ToShell {}

  /**
   * Any question refused.
   *
   * @param alternatives the slots nearest to the one that was asked for, if it was about one
   */
  record Refused(RefusalReason reason, List<Visits.Slot> alternatives) implements ToShell {

    public Refused {
      alternatives = List.copyOf(alternatives);
    }

    public Refused(RefusalReason reason) {
      this(reason, List.of());
    }
  }

  /** The guides of the centre; sent whenever they are newly known. */
  record Guides(Guide.Catalogue catalogue) implements ToShell {}
}
