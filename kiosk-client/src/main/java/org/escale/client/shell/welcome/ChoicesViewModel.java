package org.escale.client.shell.welcome;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.ToShell.Screen.Welcome;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Visits;
import org.escale.protocol.Visits.Offer;

/** What would you like to do? */
public final class ChoicesViewModel implements ScreenModel {

  /** Where a press leads. */
  public interface Ways {
    void later();

    void ticket();

    void notice();

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

  /** Until when, or why not. */
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
      return words.of("choices.now.taken");
    }
    return words.of(
        "choices.now.until",
        Map.of("duration", words.duration(walkIn.length()), "time", around.time(walkIn.until())));
  }

  public boolean canBook() {
    Offer offer = desk.offerProperty().get();
    return connected() && offer != null && !offer.slots().isEmpty();
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
    String time = around.time(offer.slots().getFirst().start());
    return words.of("choices.later.from", Map.of("time", time));
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

  public void later() {
    ways.later();
  }

  public void ticket() {
    ways.ticket();
  }

  public void notice() {
    ways.notice();
  }

  @Override
  public void back() {
    ways.back();
  }
}
