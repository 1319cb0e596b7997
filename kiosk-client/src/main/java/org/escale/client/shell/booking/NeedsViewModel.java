package org.escale.client.shell.booking;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits;
import org.jspecify.annotations.Nullable;

/** What few people need of a computer: all of it can be left as it is. */
public final class NeedsViewModel implements ScreenModel {

  public static final int PLACES_AT_ONCE = 7;

  /** What the page asks. */
  public enum Question {
    NEEDS,
    PLACE
  }

  private final Question question;
  private final Visits.Choices choices;
  private final ObjectProperty<Wanted> wanted;
  private final Runnable places;
  private final Runnable back;
  private final IntegerProperty page = new SimpleIntegerProperty();

  /**
   * @param places to the question which computer
   */
  public NeedsViewModel(
      Question question,
      Visits.Choices choices,
      ObjectProperty<Wanted> wanted,
      Runnable places,
      Runnable back) {
    this.question = question;
    this.choices = choices;
    this.wanted = wanted;
    this.places = places;
    this.back = back;
  }

  @Override
  public String name() {
    return switch (question) {
      case NEEDS -> "needs";
      case PLACE -> "needs-place";
    };
  }

  public Question question() {
    return question;
  }

  public ReadOnlyObjectProperty<Wanted> wantedProperty() {
    return wanted;
  }

  /** What some station of the room has. */
  public Set<StationTrait> needs() {
    EnumSet<StationTrait> needs = EnumSet.noneOf(StationTrait.class);
    needs.addAll(choices.needs());
    return needs;
  }

  public boolean needs(StationTrait need) {
    return wanted.get().needs().contains(need);
  }

  public void turn(StationTrait need) {
    wanted.set(wanted.get().turned(need));
  }

  public boolean offersLonger() {
    return choices.lengths().size() > 1;
  }

  public boolean isLonger() {
    return wanted.get().longer();
  }

  public void turnLonger() {
    wanted.set(wanted.get().turnedLonger());
  }

  public boolean offersPlaces() {
    return choices.places().size() > 1;
  }

  public void choosePlace() {
    places.run();
  }

  public Visits.@Nullable Place place() {
    return wanted.get().place();
  }

  public IntegerProperty pageProperty() {
    return page;
  }

  public List<Visits.Place> placesShown() {
    return choices.places().stream()
        .skip((long) page.get() * PLACES_AT_ONCE)
        .limit(PLACES_AT_ONCE)
        .toList();
  }

  public boolean hasOtherPlaces() {
    return choices.places().size() > PLACES_AT_ONCE;
  }

  /** The computers after these; after the last ones the first. */
  public void otherPlaces() {
    boolean more = choices.places().size() > (page.get() + 1) * PLACES_AT_ONCE;
    page.set(more ? page.get() + 1 : 0);
  }

  /** This one, or with null any that fits. */
  public void choose(Visits.@Nullable Place place) {
    wanted.set(wanted.get().at(place));
    back.run();
  }

  @Override
  public void back() {
    back.run();
  }
}
