package org.escale.client.shell.booking;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.protocol.QueuePlace;
import org.escale.protocol.Visits.Offer;

/** Nothing is free: what waiting would mean, before anybody waits. */
public final class WaitViewModel implements ScreenModel {

  private final Surroundings around;
  private final Desk desk;
  private final ObservableValue<Wanted> wanted;
  private final Runnable needs;
  private final Runnable back;

  public WaitViewModel(
      Surroundings around,
      Desk desk,
      ObservableValue<Wanted> wanted,
      Runnable needs,
      Runnable back) {
    this.around = around;
    this.desk = desk;
    this.wanted = wanted;
    this.needs = needs;
    this.back = back;
  }

  @Override
  public String name() {
    return "wait";
  }

  public Desk desk() {
    return desk;
  }

  /** How many come before; empty if nobody need wait any more. */
  public String beforeWords() {
    return place().map(place -> QueueWords.before(place, around.words())).orElse("");
  }

  public String waitWords() {
    return place().map(place -> QueueWords.wait(place, around.words())).orElse("");
  }

  public String wantedWords() {
    return WantedWords.of(wanted.getValue(), around.words());
  }

  public boolean canJoin() {
    return place().isPresent();
  }

  public void join() {
    Offer offer = desk.offerProperty().get();
    if (offer != null) {
      Wanted now = wanted.getValue();
      desk.join(now.needs(), now.length(offer.choices()));
    }
  }

  public void needs() {
    needs.run();
  }

  @Override
  public void back() {
    back.run();
  }

  private Optional<QueuePlace> place() {
    return Optional.ofNullable(desk.offerProperty().get()).map(Offer::waiting);
  }
}
