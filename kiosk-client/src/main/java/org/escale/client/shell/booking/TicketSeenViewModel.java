package org.escale.client.shell.booking;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.Words;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Tickets.Seen;
import org.escale.protocol.Visits.Slot;
import org.jspecify.annotations.Nullable;

/** What my ticket is good for, and what I can do with it here. */
public final class TicketSeenViewModel implements ScreenModel {

  /** What the page asks. */
  public enum Question {
    WHAT_NOW,
    /** It has just been moved. */
    WHAT_NOW_MOVED,
    GIVE_BACK
  }

  /** Where a press leads. */
  public interface Ways {

    void start();

    void move();

    void ask(Question next);

    void giveBack();

    void back();
  }

  private final Surroundings around;
  private final Desk desk;
  private final Seen seen;
  private final Question question;
  private final Ways ways;

  public TicketSeenViewModel(
      Surroundings around, Desk desk, Seen seen, Question question, Ways ways) {
    this.around = around;
    this.desk = desk;
    this.seen = seen;
    this.question = question;
    this.ways = ways;
  }

  @Override
  public String name() {
    return switch (question) {
      case WHAT_NOW, WHAT_NOW_MOVED -> "ticket-seen";
      case GIVE_BACK -> "ticket-give-back";
    };
  }

  public Desk desk() {
    return desk;
  }

  public Question question() {
    return question;
  }

  public PublicTicket ticket() {
    return seen.ticket();
  }

  public Optional<String> whenWords() {
    return slot().map(slot -> TicketText.when(slot, around));
  }

  public Optional<String> stationName() {
    return Optional.ofNullable(seen.stationName());
  }

  public Optional<String> beforeWords() {
    return place().map(place -> QueueWords.before(place, around.words()));
  }

  public Optional<String> waitWords() {
    return place().map(place -> QueueWords.wait(place, around.words()));
  }

  /** What happens next: it can begin, or why it cannot yet or here. */
  public String nextWords() {
    Words words = around.words();
    RefusalReason notHere = seen.notHere();
    if (notHere == null) {
      return words.of("seen.ready");
    }
    Optional<Duration> ahead = slot().map(slot -> Duration.between(around.now(), slot.start()));
    if (notHere == RefusalReason.TICKET_NOT_YET && ahead.isPresent()) {
      return words.of("seen.early", Map.of("duration", words.duration(ahead.get())));
    }
    if (notHere == RefusalReason.TICKET_FOR_OTHER_STATION && seen.stationName() != null) {
      return words.of("seen.elsewhere", Map.of("station", seen.stationName()));
    }
    return words.of("refusal", notHere);
  }

  public boolean canStart() {
    return seen.notHere() == null;
  }

  public boolean canMove() {
    return seen.slot() != null && !hasBegun();
  }

  public boolean canGiveBack() {
    return !hasBegun();
  }

  public void start() {
    ways.start();
  }

  public void move() {
    ways.move();
  }

  public void askToGiveBack() {
    ways.ask(Question.GIVE_BACK);
  }

  public void giveBack() {
    ways.giveBack();
  }

  @Override
  public void back() {
    switch (question) {
      case WHAT_NOW, WHAT_NOW_MOVED -> ways.back();
      case GIVE_BACK -> ways.ask(Question.WHAT_NOW);
    }
  }

  private boolean hasBegun() {
    return seen.notHere() == RefusalReason.TICKET_IN_USE;
  }

  private Optional<Slot> slot() {
    @Nullable Slot slot = seen.slot();
    return Optional.ofNullable(slot);
  }

  private Optional<QueuePlace> place() {
    return Optional.ofNullable(seen.waiting());
  }
}
