package org.escale.client.shell.look;

import javafx.event.EventHandler;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Lays out words that wrap, which the toolkit's own button cannot, and presses like a button. */
final class PressableSkin extends SkinBase<Pressable> {

  /** In pixels: what a shaking hand still hits. */
  private static final double SMALLEST = 64;

  private final EventHandler<MouseEvent> down =
      event -> {
        if (event.getButton() == MouseButton.PRIMARY) {
          getSkinnable().requestFocus();
          getSkinnable().arm();
        }
      };
  private final EventHandler<MouseEvent> up =
      event -> {
        boolean pressed = getSkinnable().isArmed() && getSkinnable().isHover();
        getSkinnable().disarm();
        if (pressed) {
          getSkinnable().fire();
        }
      };
  private final EventHandler<KeyEvent> key =
      event -> {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
          event.consume();
          getSkinnable().fire();
        }
      };

  PressableSkin(Pressable pressable) {
    super(pressable);
    getChildren().add(pressable.content());
    pressable.addEventHandler(MouseEvent.MOUSE_PRESSED, down);
    pressable.addEventHandler(MouseEvent.MOUSE_RELEASED, up);
    pressable.addEventHandler(KeyEvent.KEY_PRESSED, key);
  }

  @Override
  public void dispose() {
    if (getSkinnable() != null) {
      getSkinnable().removeEventHandler(MouseEvent.MOUSE_PRESSED, down);
      getSkinnable().removeEventHandler(MouseEvent.MOUSE_RELEASED, up);
      getSkinnable().removeEventHandler(KeyEvent.KEY_PRESSED, key);
    }
    super.dispose();
  }

  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    return left + getSkinnable().content().prefWidth(-1) + right;
  }

  @Override
  protected double computeMinWidth(
      double height, double top, double right, double bottom, double left) {
    return left + getSkinnable().content().minWidth(-1) + right;
  }

  @Override
  protected double computePrefHeight(
      double width, double top, double right, double bottom, double left) {
    double inner = width < 0 ? -1 : width - left - right;
    return Math.max(SMALLEST, top + getSkinnable().content().prefHeight(inner) + bottom);
  }

  @Override
  protected double computeMinHeight(
      double width, double top, double right, double bottom, double left) {
    return computePrefHeight(width, top, right, bottom, left);
  }

  @Override
  protected double computeMaxHeight(
      double width, double top, double right, double bottom, double left) {
    return Double.MAX_VALUE;
  }

  @Override
  protected double computeMaxWidth(
      double height, double top, double right, double bottom, double left) {
    return Double.MAX_VALUE;
  }
}
