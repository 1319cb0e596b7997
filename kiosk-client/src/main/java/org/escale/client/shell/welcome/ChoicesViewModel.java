package org.escale.client.shell.welcome;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.ToShell.Screen.Welcome;
import org.escale.client.shell.booking.QueueWords;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.StationRole;
import org.escale.protocol.Visits;
import org.escale.protocol.Visits.Offer;

/** What would you like to do? */
public final class ChoicesViewModel implements ScreenModel {

  /** Where a press leads. */
  public interface Ways {

    void later();

    void waitInLine();

    void ticket();

    void notice();

    void code();

    void back();
  }

  private final Surroundings around;
  private final Desk desk;
  private final ObservableValue<Welcome> welcome;
  private final Ways ways;

  public ChoicesViewModel(
      Surroundings around, Desk desk, ObservableValue<Welcome> welcome, Ways ways) {
    this.around = around;
    this.desk = desk;
    this.welcome = welcome;
    this.ways = ways;
  }

  @Override
  public String name() {
    return "choices";
  }

  public Desk desk() {
    return desk;
  }

  public ObservableValue<Welcome> welcomeProperty() {
    return welcome;
  }

  public boolean connected() {
    return around.about().connected();
  }

  public boolean canTakeNow() {
    Offer offer = desk.offerProperty().get();
    return connected() && offer != null && offer.walkIn() != null;
  }

  /** Nothing is free, and one can wait for the next that is. */
  public boolean canWait() {
    Offer offer = desk.offerProperty().get();
    return connected() && offer != null && offer.walkIn() == null && offer.waiting() != null;
  }

  /** At a reception nobody works: it only books and queues. */
  public boolean isReception() {
    return around.about().role() == StationRole.RECEPTION;
  }

  /** How many come before who would wait now, and about how long. */
  public String waitWords() {
    Offer offer = desk.offerProperty().get();
    QueuePlace place = offer == null ? null : offer.waiting();
    return place == null
        ? ""
        : QueueWords.before(place, around.words()) + " " + QueueWords.wait(place, around.words());
  }

  /** Until when and why then, or why not. */
  public String takeNowWords() {
    Words words = around.words();
    Offer offer = desk.offerProperty().get();
    if (!connected()) {
      return words.of("choices.now.disconnected");
    }
    if (offer == null) {
      return words.of("choices.asking");
    }
    Visits.WalkIn walkIn = offer.walkIn();
    if (walkIn == null) {
      return notNow(offer);
    }
    return words.of(
        "choices.now.until." + walkIn.because().name(),
        Map.of("duration", words.duration(walkIn.length()), "time", around.time(walkIn.until())));
  }

  private String notNow(Offer offer) {
    Words words = around.words();
    Instant opensAt = offer.opensAt();
    if (opensAt != null) {
      return words.of(
          "choices.now.closed",
          Map.of("day", words.day(opensAt, around.about().zone()), "time", around.time(opensAt)));
    }
    if (ticketAwaited()) {
      return words.of("choices.now.reserved");
    }
    return words.of(isReception() ? "choices.now.elsewhere" : "choices.now.taken");
  }

  public boolean canBook() {
    Offer offer = desk.offerProperty().get();
    return connected() && offer != null && !offer.choices().days().isEmpty();
  }

  /** The first time that can be booked, or why none. */
  public String bookWords() {
    Words words = around.words();
    Offer offer = desk.offerProperty().get();
    if (!connected()) {
      return words.of("choices.later.disconnected");
    }
    if (offer == null) {
      return words.of("choices.asking");
    }
    if (offer.slots().isEmpty()) {
      return words.of("choices.later.none");
    }
    Instant first = offer.slots().getFirst().start();
    ZoneId zone = around.about().zone();
    boolean today =
        LocalDate.ofInstant(first, zone).equals(LocalDate.ofInstant(around.now(), zone));
    return words.of(
        today ? "choices.later.from" : "choices.later.from-day",
        Map.of("day", words.day(first, zone), "time", around.time(first)));
  }

  public boolean ticketAwaited() {
    return welcome.getValue().held() != null;
  }

  public String ticketWords() {
    Words words = around.words();
    PublicTicket held = welcome.getValue().held();
    return held == null ? words.of("choices.ticket.detail") : TicketName.of(held, words);
  }

  public void takeNow() {
    desk.takeNow();
  }

  public void waitInLine() {
    ways.waitInLine();
  }

  /** What has been called to this station has its turn; a booking is awaited from before. */
  public boolean isTurn() {
    Duration startsIn = welcome.getValue().heldStartsIn();
    return startsIn != null && startsIn.toMinutes() < 1;
  }

  public void later() {
    ways.later();
  }

  public void ticket() {
    ways.ticket();
  }

  public void notice() {
    ways.notice();
  }

  /** A mediator gave her one; also while the server is away. */
  public void code() {
    ways.code();
  }

  @Override
  public void back() {
    ways.back();
  }
}
