package org.escale.client.shell.booking;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.protocol.Visits.Offer;
import org.escale.protocol.Visits.Slot;

/** The next free times, a few at once. */
public final class SlotsViewModel implements ScreenModel {

  public static final int PER_PAGE = 4;

  private final Surroundings around;
  private final Desk desk;
  private final Runnable back;
  private final IntegerProperty page = new SimpleIntegerProperty();

  public SlotsViewModel(Surroundings around, Desk desk, Runnable back) {
    this.around = around;
    this.desk = desk;
    this.back = back;
  }

  @Override
  public String name() {
    return "slots";
  }

  public Desk desk() {
    return desk;
  }

  public IntegerProperty pageProperty() {
    return page;
  }

  /** The times to show now, soonest first. */
  public List<Slot> shown() {
    return all().stream().skip((long) page.get() * PER_PAGE).limit(PER_PAGE).toList();
  }

  public boolean hasLater() {
    return all().size() > (page.get() + 1) * PER_PAGE;
  }

  public void later() {
    if (hasLater()) {
      page.set(page.get() + 1);
    }
  }

  public String startWords(Slot slot) {
    return around.time(slot.start());
  }

  public String lengthWords(Slot slot) {
    return around.words().duration(slot.length());
  }

  public void book(Slot slot) {
    desk.book(slot);
  }

  /** To sooner times first, then to the page before. */
  @Override
  public void back() {
    if (page.get() > 0) {
      page.set(page.get() - 1);
    } else {
      back.run();
    }
  }

  private List<Slot> all() {
    Offer offer = desk.offerProperty().get();
    return offer == null ? List.of() : offer.slots();
  }
}
