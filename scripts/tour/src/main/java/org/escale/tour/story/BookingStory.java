package org.escale.tour.story;

import java.time.Duration;
import org.escale.tour.room.Await;
import org.escale.tour.room.RoomException;

/** A later slot is booked in each language; who books in French comes back with her ticket. */
final class BookingStory {

  /** Half an hour ahead or more: too early for its visit to begin now. */
  private static final String LATER = "slot-2";

  private static final String NEXT = "slot-0";

  /** The next slot begins within a quarter of an hour, so its visit can begin at once. */
  private static final Duration UNTIL_IT_CAN_BEGIN = Duration.ofMinutes(1);

  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

  private final Visitor visitor;
  private final Steps steps;

  BookingStory(Visitor visitor, Steps steps) {
    this.visitor = visitor;
    this.steps = steps;
  }

  /** Books, looks what the ticket is good for, and gives it back. */
  void bookAndGiveBack(String language) {
    Visitor.Noted ticket = book(language);
    show(ticket, language);
    steps.seen("ticket-early-" + language, "the ticket is good for later: it says how long");
    giveBack(language);
  }

  /** Books, comes back too early, changes the time, then gives that up for the very next time. */
  String bookAndBegin(String language) {
    Visitor.Noted later = book(language);
    show(later, language);
    if (visitor.canPressNow("start")) {
      throw new RoomException("a visit could begin long before its time");
    }
    steps.seen("ticket-early-" + language, "it is too early to begin: it says how long");
    visitor.presses("move");
    visitor.sees("slots");
    visitor.presses(NEXT);
    visitor.sees("ticket-seen");
    steps.seen("ticket-moved-" + language, "another time instead; ticket and digits stay");
    giveBack(language);
    Visitor.Noted ticket = bookTheNext(language);
    begin(ticket);
    return ticket.digits();
  }

  private void giveBack(String language) {
    visitor.presses("give-back");
    visitor.sees("ticket-give-back");
    steps.seen("give-back-" + language, "before it is given back the visitor is asked");
    visitor.presses("give-back-yes");
    visitor.sees("given-back");
    steps.seen("given-back-" + language, "it is given back");
    visitor.presses("done");
    visitor.sees("language");
  }

  /** Language, book later, time, done: four presses. */
  private Visitor.Noted bookTheNext(String language) {
    visitor.presses("language-" + language);
    visitor.presses("book-later");
    visitor.presses(NEXT);
    visitor.sees("booked");
    Visitor.Noted ticket = visitor.notes();
    visitor.presses("done");
    visitor.sees("language");
    steps.say("the next time is booked in four presses");
    return ticket;
  }

  private Visitor.Noted book(String language) {
    choose(language);
    visitor.presses("book-later");
    visitor.sees("slots");
    steps.seen("slots-" + language, "free times of today, other days in a row");
    visitor.presses("needs");
    visitor.sees("needs");
    steps.seen("needs-" + language, "what few people need is one press away");
    visitor.presses("needs-done");
    visitor.sees("slots");
    visitor.presses(LATER);
    visitor.sees("booked");
    steps.seen("ticket-" + language, "a slot is booked: a picture, a colour, four digits");
    Visitor.Noted ticket = visitor.notes();
    visitor.presses("done");
    visitor.sees("language");
    return ticket;
  }

  private void show(Visitor.Noted ticket, String language) {
    choose(language);
    visitor.presses("have-ticket");
    visitor.sees("ticket-colour");
    steps.seen("ticket-colour-" + language, "which colour");
    visitor.presses("colour-" + ticket.colour());
    visitor.sees("ticket-picture");
    steps.seen("ticket-picture-" + language, "which picture: all of them at once");
    visitor.presses("picture-" + ticket.pictogram());
    visitor.sees("ticket-digits");
    visitor.types(ticket.digits());
    visitor.sees("ticket-seen");
  }

  private void choose(String language) {
    visitor.sees("language");
    visitor.presses("language-" + language);
    visitor.sees("choices");
  }

  /** The station asks for the digits alone once it waits for this ticket; else for all of it. */
  private void begin(Visitor.Noted ticket) {
    Await.until(
        "the visit to begin, from a quarter of an hour before its time",
        UNTIL_IT_CAN_BEGIN,
        BETWEEN_TRIES,
        () -> visitor.seesNow("opening") || visitor.seesNow("session") || goesOn(ticket));
  }

  private boolean goesOn(Visitor.Noted ticket) {
    switch (visitor.looks()) {
      case "language" -> visitor.presses("language-fr");
      case "choices" -> visitor.presses("have-ticket");
      case "ticket-colour" -> visitor.presses("colour-" + ticket.colour());
      case "ticket-picture" -> visitor.presses("picture-" + ticket.pictogram());
      case "ticket", "ticket-digits" -> visitor.types(ticket.digits());
      case "ticket-seen" -> visitor.presses(visitor.canPressNow("start") ? "start" : "back");
      default -> {
        // It changes by itself.
      }
    }
    return false;
  }
}
