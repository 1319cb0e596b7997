package org.escale.client.shell.look;

import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.escale.client.station.ScreenLayout.Area;

/** Colours and size of letters; both can be set for a station. */
public record Look(Colours colours, boolean largeText) {

  /** The sets of the same tokens. */
  public enum Colours {
    LIGHT,
    DARK,
    HIGH_CONTRAST
  }

  private static final double LARGER = 1.3;

  /** A screen so much larger than the usual has room for larger pictures. */
  private static final double ROOMY = 1.3;

  /** Style sheets for a window. */
  public void dress(Scene scene) {
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(Look.class.getResource("/org/escale/client/shell/shell.css"))
                .toExternalForm());
    if (largeText) {
      scene.getRoot().getStyleClass().add("large-text");
    }
    switch (colours) {
      case LIGHT -> {
        // The tokens as they are.
      }
      case DARK -> scene.getRoot().getStyleClass().add("dark");
      case HIGH_CONTRAST -> scene.getRoot().getStyleClass().add("high-contrast");
    }
  }

  /** Letters of a full screen: 24 px, more on a large one, where pictures grow too. */
  public void sizePage(Parent root, Area area) {
    double scale = Math.min(area.width() / 1280.0, area.height() / 800.0);
    root.getStyleClass().remove("roomy");
    if (scale >= ROOMY) {
      root.getStyleClass().add("roomy");
    }
    size(root, Math.clamp(24 * scale, 24, 32));
  }

  /** Letters of the dock: 20 px, more on a wide one. */
  public void sizeDock(Parent root, Area area) {
    root.getStyleClass().remove("roomy");
    size(root, Math.clamp(area.width() / 18.0, 20, 24));
  }

  private void size(Parent root, double pixels) {
    root.setStyle("-fx-font-size: " + Math.round(largeText ? pixels * LARGER : pixels) + "px;");
  }
}
