package org.escale.protocol;

import java.time.Duration;

/** The numbers both sides keep to. */
public final class Protocol {

  public static final int OLDEST_VERSION = 1;
  public static final int NEWEST_VERSION = 1;

  /** Longest frame in bytes of UTF-8. */
  public static final int MAX_FRAME_BYTES = 64 * 1024;

  public static final Duration PING_EVERY = Duration.ofSeconds(10);
  public static final Duration DEAD_AFTER = Duration.ofSeconds(30);

  /** How many command ids a station remembers, to answer a repeat with the same result. */
  public static final int REMEMBERED_COMMANDS = 1_000;

  public static final String LINK_PATH = "/station/v1/link";
  public static final String ENROL_PATH = "/station/v1/enrol";
  public static final String OFFER_PATH = "/station/v1/offer";
  public static final String WALK_INS_PATH = "/station/v1/walk-ins";
  public static final String CODES_PATH = "/station/v1/codes";
  public static final String SLOTS_PATH = "/station/v1/slots";
  public static final String BOOKINGS_PATH = "/station/v1/bookings";
  public static final String BOOKING_START_PATH = "/station/v1/bookings/start";
  public static final String TICKET_SHOW_PATH = "/station/v1/tickets/show";
  public static final String TICKET_MOVE_PATH = "/station/v1/tickets/move";
  public static final String TICKET_CANCEL_PATH = "/station/v1/tickets/cancel";
  public static final String QUEUE_PATH = "/station/v1/queue";
  public static final String EXTENSION_PATH = "/station/v1/extensions/question";
  public static final String EXTEND_PATH = "/station/v1/extensions";
  public static final String BRING_PATH = "/station/v1/bring/invitations";
  public static final String BRING_DOCUMENTS_PATH = "/station/v1/bring/documents";
  public static final String BRING_TOLD_PATH = "/station/v1/bring/told";
  public static final String GUIDES_PATH = "/station/v1/guides";

  private Protocol() {}
}
