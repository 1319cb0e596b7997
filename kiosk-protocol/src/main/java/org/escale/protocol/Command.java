package org.escale.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells a station to do. A command is done when the station says so in a {@link
 * Report.CommandResult}, not when it was sent.
 */
public sealed interface Command extends ToStation {

  CommandId id();

  /**
   * Open a visit.
   *
   * @param granted how long from the moment the station acts on it; never an end instant
   * @param wipeOrder the order to erase this visit, to be carried out without asking again
   * @param proof recognises the ticket's digits at this station, with or without network
   * @param showDigits the digits, to be shown until she has noted them; null if she typed them
   */
  record Unlock(
      CommandId id,
      SessionId session,
      Duration granted,
      Language language,
      WipeOrderId wipeOrder,
      PublicTicket ticket,
      TicketProof proof,
      @Nullable TicketSecret showDigits)
      implements Command {

    public Unlock {
      if (!granted.isPositive()) {
        throw new IllegalArgumentException("a visit lasts longer than " + granted);
      }
    }
  }

  /** More time for this session. */
  record Extend(CommandId id, SessionId session, Duration by) implements Command {

    public Extend {
      if (!by.isPositive()) {
        throw new IllegalArgumentException("an extension lasts longer than " + by);
      }
    }
  }

  /**
   * Less time for this session, because the centre closes early. The visitor keeps a minute for
   * work and the time to save and print.
   */
  record Shorten(CommandId id, SessionId session, Duration by) implements Command {

    public Shorten {
      if (!by.isPositive()) {
        throw new IllegalArgumentException("nothing is taken away by " + by);
      }
    }
  }

  /** Cover the screen. */
  record Hide(CommandId id, SessionId session) implements Command {}

  /** End this session: goodbye, then wipe. */
  record End(CommandId id, SessionId session) implements Command {}

  /** Erase now, whatever the station is doing. */
  record Wipe(CommandId id, WipeOrderId wipeOrder) implements Command {}

  /** Something to tell the visitor, in her language. */
  record Message(CommandId id, SessionId session, Notice notice) implements Command {}

  /**
   * The station waits for the holder of this ticket. Null: it waits for nobody.
   *
   * @param startsIn how long until the slot begins; negative once it has begun
   * @param keptFor how long the station is kept for it from now on; null if that is not known
   */
  record Hold(
      CommandId id,
      @Nullable PublicTicket ticket,
      @Nullable Duration startsIn,
      @Nullable Duration keptFor)
      implements Command {

    public Hold {
      if ((ticket == null) != (startsIn == null)) {
        throw new IllegalArgumentException("a ticket and its start go together");
      }
    }

    public Hold(CommandId id, @Nullable PublicTicket ticket, @Nullable Duration startsIn) {
      this(id, ticket, startsIn, null);
    }
  }

  /**
   * The codes that open this station while the server is away, instead of those it had. Null: none
   * does.
   */
  record EmergencyCodes(CommandId id, @Nullable EmergencySheet sheet) implements Command {}

  /** Take the station out of service once the session under way, if any, has been erased. */
  record OutOfService(CommandId id) implements Command {}

  /** Erase, then offer the station again. */
  record InService(CommandId id, WipeOrderId wipeOrder) implements Command {}
}
