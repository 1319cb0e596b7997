package org.escale.client.shell.look;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;

/** How much of the time is left, as a quiet ring that empties. Never moves by itself. */
public final class TimeRing extends Region {

  private final Circle track = new Circle();
  private final Arc left = new Arc();
  private final StackPane centre = new StackPane(Icon.of("clock"));

  public TimeRing() {
    getStyleClass().add("time-ring");
    track.getStyleClass().add("track");
    left.getStyleClass().add("left");
    left.setType(ArcType.OPEN);
    left.setStartAngle(90);
    getChildren().addAll(track, left, centre);
  }

  /**
   * @param share of the time that is left, from 1 to 0
   */
  public void show(double share) {
    left.setLength(360 * share);
  }

  @Override
  protected void layoutChildren() {
    double middle = getWidth() / 2;
    double radius = middle - 6;
    track.setCenterX(middle);
    track.setCenterY(getHeight() / 2);
    track.setRadius(radius);
    left.setCenterX(middle);
    left.setCenterY(getHeight() / 2);
    left.setRadiusX(radius);
    left.setRadiusY(radius);
    centre.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
