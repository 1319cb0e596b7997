package org.escale.client.shell;

import javafx.beans.property.ObjectProperty;
import org.escale.client.shell.booking.FindTicketViewModel;
import org.escale.client.shell.booking.FindTicketViewModel.Step;
import org.escale.client.shell.booking.GivenBackViewModel;
import org.escale.client.shell.booking.SlotsViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel;
import org.escale.client.shell.booking.TicketSeenViewModel.Question;
import org.escale.client.shell.booking.Wanted;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.Surroundings;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Tickets.Seen;
import org.escale.protocol.Visits.Slot;
import org.jspecify.annotations.Nullable;

/** I have a ticket: find it, see what it is good for, begin, move it, or give it back. */
final class TicketWays {

  /** What the visitor has shown; forgotten as soon as she leaves its pages. */
  private record Shown(PublicTicket ticket, TicketSecret secret) {}

  private final Surroundings around;
  private final Desk desk;
  private final ObjectProperty<Place> place;
  private final Runnable back;
  private final Runnable done;
  private @Nullable Shown shown;

  TicketWays(
      Surroundings around, Desk desk, ObjectProperty<Place> place, Runnable back, Runnable done) {
    this.around = around;
    this.desk = desk;
    this.place = place;
    this.back = back;
    this.done = done;
  }

  void forget() {
    shown = null;
  }

  void find() {
    ask(new Step.Colour());
  }

  void seen(Seen seen) {
    desk.answered();
    if (place.get() instanceof Place.FindTicket) {
      show(seen, Question.WHAT_NOW);
    }
  }

  void moved(Seen seen) {
    desk.answered();
    if (place.get() instanceof Place.Slots && shown != null) {
      show(seen, Question.WHAT_NOW_MOVED);
    }
  }

  void givenBack() {
    desk.answered();
    if (place.get() instanceof Place.TicketSeen) {
      forget();
      place.set(new Place.GivenBack(new GivenBackViewModel(done)));
    }
  }

  private void ask(Step step) {
    desk.newPage();
    place.set(new Place.FindTicket(new FindTicketViewModel(around, desk, step, new FindingWays())));
  }

  private void show(Seen seen, Question question) {
    desk.newPage();
    place.set(
        new Place.TicketSeen(
            new TicketSeenViewModel(around, desk, seen, question, new SeenWays(seen))));
  }

  private final class FindingWays implements FindTicketViewModel.Ways {

    @Override
    public void ask(Step next) {
      TicketWays.this.ask(next);
    }

    @Override
    public void typed(PublicTicket ticket, TicketSecret secret) {
      shown = new Shown(ticket, secret);
      desk.showTicket(ticket, secret);
    }

    @Override
    public void back() {
      back.run();
    }
  }

  private final class SeenWays implements TicketSeenViewModel.Ways {

    private final Seen seen;

    private SeenWays(Seen seen) {
      this.seen = seen;
    }

    @Override
    public void start() {
      if (shown != null) {
        desk.startTicket(shown.ticket(), shown.secret());
      }
    }

    @Override
    public void move() {
      Slot now = seen.slot();
      if (now != null) {
        desk.newPage();
        desk.askOffer();
        place.set(
            new Place.Slots(
                new SlotsViewModel(
                    around,
                    desk,
                    Wanted.NOTHING,
                    new SlotsViewModel.Moving(now.length(), seen.booking()),
                    new MovingWays(seen))));
      }
    }

    @Override
    public void ask(Question next) {
      show(seen, next);
    }

    @Override
    public void giveBack() {
      if (shown != null) {
        desk.cancelTicket(shown.ticket(), shown.secret());
      }
    }

    @Override
    public void back() {
      back.run();
    }
  }

  private final class MovingWays implements SlotsViewModel.Ways {

    private final Seen seen;

    private MovingWays(Seen seen) {
      this.seen = seen;
    }

    @Override
    public void choose(Slot slot) {
      if (shown != null) {
        desk.moveTicket(shown.ticket(), shown.secret(), slot);
      }
    }

    /** A ticket that is moved keeps what it was taken for. */
    @Override
    public @Nullable Runnable needs() {
      return null;
    }

    @Override
    public void back() {
      show(seen, Question.WHAT_NOW);
    }
  }
}
