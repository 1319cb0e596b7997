package org.escale.tour.story;

import java.util.List;
import org.escale.tour.room.Room;
import org.escale.tour.room.RoomException;

/**
 * Nothing is free: visitors wait, are called, and begin; the centre closes early and opens again;
 * at last its one station becomes a reception.
 */
final class QueueStory {

  private static final String STATION = Tour.STATION;

  /** It can be booked, and nobody can sit down at it now. */
  private static final String OTHER_STATION = "Poste 2";

  private final Room room;
  private final Visitor visitor;
  private final Mediator mediator;
  private final RoomDisplay display;
  private final Steps steps;

  QueueStory(Room room, Visitor visitor, Mediator mediator, RoomDisplay display, Steps steps) {
    this.room = room;
    this.visitor = visitor;
    this.mediator = mediator;
    this.display = display;
    this.steps = steps;
  }

  void play() {
    Visitor.Noted first = waitInLine();
    callAndBegin(first);
    closeEarly();
    openAgain();
    end();
    callTheNext();
    receive();
  }

  private Visitor.Noted waitInLine() {
    steps.chapter("Nothing is free");
    mediator.time().bookTheNext();
    mediator.picture(steps.nextPicture("console-booked-at-desk"));
    Visitor.Noted first = join("fr");
    display.awaitInLine(1);
    steps.say("the room's display shows who waits");
    join("ar");
    display.awaitInLine(2);
    display.picture(steps.nextPicture("display-waiting"));
    mediator.time().lookAtQueue();
    mediator.picture(steps.nextPicture("console-queue"));
    return first;
  }

  private Visitor.Noted join(String language) {
    choose(language);
    visitor.canPress("wait");
    if (visitor.canPressNow("take-now")) {
      throw new RoomException("a station that is booked could be taken");
    }
    steps.seen("choices-full-" + language, "nothing is free now; one can wait");
    visitor.presses("wait");
    visitor.sees("wait");
    readsHerPlace(language);
    steps.seen("wait-" + language, "how many come before and about how long, before she waits");
    visitor.presses("join");
    visitor.sees("in-line");
    readsHerPlace(language);
    steps.seen("in-line-" + language, "a ticket with her place in the queue");
    Visitor.Noted ticket = visitor.notes();
    visitor.presses("done");
    visitor.sees("language");
    return ticket;
  }

  /** Who joins in French is the first; until her turn an hour's booking goes by. */
  private void readsHerPlace(String language) {
    if (language.equals("fr")) {
      visitor.reads("Vous êtes la prochaine personne");
      visitor.reads("Environ 1 heure");
    }
  }

  private void callAndBegin(Visitor.Noted first) {
    steps.chapter("The station is free again");
    mediator.time().cancelWhatIsToCome();
    display.awaitCalled(STATION);
    display.awaitInLine(1);
    display.picture(steps.nextPicture("display-called"));
    if (display.words().contains(first.digits())) {
      throw new RoomException("digits stand on the room's display");
    }
    visitor.reads("(?iu)C’est à vous : (le |la |les |l’)" + display.called() + "\\.");
    steps.seen("called", "the station calls the first in line");
    choose("ar");
    steps.seen("choices-turn-ar", "the station is kept for who was called");
    visitor.presses("have-ticket");
    visitor.sees("ticket");
    steps.seen("turn-digits-ar", "only her digits are asked for");
    visitor.presses("back");
    visitor.sees("choices");
    visitor.presses("back");
    choose("fr");
    visitor.reads("C’est mon tour");
    steps.seen("choices-turn-fr", "the same in French");
    visitor.presses("have-ticket");
    visitor.sees("ticket");
    visitor.types(first.digits());
    visitor.sees("session");
    display.awaitNobodyCalled();
    steps.say("her ticket's digits open the session");
  }

  private void closeEarly() {
    steps.chapter("The centre closes early");
    mediator.time().considerClosingSoon();
    mediator.picture(steps.nextPicture("console-closing"));
    mediator.time().close();
    mediator.picture(steps.nextPicture("console-closed-early"));
    visitor.reads("Le lieu ferme plus tôt aujourd’hui");
    visitor.reads("Il vous reste (1[3-9]|2[0-9]) minutes");
    steps.seen("closes-early", "the visitor is told, and her time is shorter");
  }

  /** A visit does not get its time back by itself. */
  private void openAgain() {
    mediator.time().openAgain();
    mediator.watchRoom();
    mediator.extend(STATION, 15);
    visitor.reads("Il vous reste (2[89]|3[0-9]|4[0-5]) minutes");
    steps.seen("opens-again", "the centre opens again, and a mediator gives more time");
  }

  private void end() {
    visitor.presses("end");
    visitor.sees("ending");
    visitor.presses("leave");
    visitor.sees("language");
  }

  private void callTheNext() {
    steps.chapter("The next in line");
    display.awaitCalled(STATION);
    display.awaitInLine(0);
    visitor.reads("C’est à vous");
    steps.seen("called-next", "once erased, the station is kept for the next in line");
    mediator.time().takeOutWhoIsCalled();
    display.awaitNobodyCalled();
    steps.say("who does not come is taken out of the queue by a mediator");
  }

  private void receive() {
    steps.chapter("Reception");
    room.addBareStation(mediator.addStation(OTHER_STATION));
    mediator.awaitBookable(OTHER_STATION);
    mediator.makeReception(STATION);
    visitor.reads("Ici, vous réservez");
    steps.seen("reception", "the station says that it only books and queues");
    for (String language : List.of("ar", "fr")) {
      choose(language);
      visitor.canPress("wait");
      visitor.canPress("book-later");
      if (visitor.canPressNow("take-now")) {
        throw new RoomException("a visit could begin at a reception");
      }
      steps.seen("choices-reception-" + language, "it offers to book and to wait, not to work");
      visitor.presses("back");
      visitor.sees("language");
    }
    choose("fr");
    visitor.presses("book-later");
    visitor.sees("slots");
    visitor.presses("slot-1");
    visitor.sees("booked");
    visitor.reads(OTHER_STATION);
    steps.seen("reception-booked", "a slot at another station is booked there");
    visitor.presses("done");
    visitor.sees("language");
  }

  private void choose(String language) {
    visitor.sees("language");
    visitor.presses("language-" + language);
    visitor.sees("choices");
  }
}
