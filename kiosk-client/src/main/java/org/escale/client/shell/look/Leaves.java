package org.escale.client.shell.look;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * More than a place can hold at once, told leaf by leaf: each leaf shows as much as fits, whole,
 * and the rest is turned to. Nothing is scrolled and nothing is cut.
 */
public final class Leaves extends Region {

  private static final double GAP = 16;

  private final List<? extends Region> parts;
  private final IntConsumer counted;
  private final IntegerProperty leaf = new SimpleIntegerProperty();
  private int count = 1;

  /**
   * @param counted is told how many leaves it takes, whenever that changes
   */
  public Leaves(List<? extends Region> parts, IntConsumer counted) {
    this.parts = parts;
    this.counted = counted;
    getStyleClass().add("leaves");
    getChildren().setAll(parts);
    leaf.subscribe(now -> requestLayout());
    VBox.setVgrow(this, Priority.ALWAYS);
  }

  /** The leaf that is shown, from 0. */
  public IntegerProperty leafProperty() {
    return leaf;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** The highest part: lower than that nothing can be shown whole. */
  @Override
  protected double computeMinHeight(double width) {
    return parts.stream().mapToDouble(part -> part.prefHeight(width)).max().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return parts.stream().mapToDouble(part -> part.prefHeight(width) + GAP).sum() - GAP;
  }

  @Override
  protected double computePrefWidth(double height) {
    return parts.stream().mapToDouble(part -> part.prefWidth(-1)).max().orElse(0);
  }

  @Override
  protected double computeMinWidth(double height) {
    return parts.stream().mapToDouble(part -> part.minWidth(-1)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    List<List<Region>> leaves = leaves();
    tell(leaves.size());
    List<Region> shown = leaves.get(Math.min(leaf.get(), leaves.size() - 1));
    parts.forEach(part -> part.setVisible(shown.contains(part)));
    double top = 0;
    for (Node part : shown) {
      double height = part.prefHeight(getWidth());
      part.resizeRelocate(0, top, getWidth(), height);
      top += height + GAP;
    }
  }

  private List<List<Region>> leaves() {
    List<List<Region>> leaves = new ArrayList<>();
    leaves.add(new ArrayList<>());
    double used = 0;
    for (Region part : parts) {
      double height = part.prefHeight(getWidth());
      if (used > 0 && used + height > getHeight() + 0.5) {
        leaves.add(new ArrayList<>());
        used = 0;
      }
      leaves.getLast().add(part);
      used += height + GAP;
    }
    return leaves;
  }

  /** Later, because what hears it may change the layout that is being made. */
  private void tell(int now) {
    if (now != count) {
      count = now;
      Platform.runLater(() -> counted.accept(now));
    }
  }
}
