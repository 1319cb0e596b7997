package org.escale.client.shell.look;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.protocol.TicketSecret;

/** A box for each digit, or for how many have been typed. Always read from left to right. */
public final class SecretDigits extends HBox {

  private SecretDigits() {
    getStyleClass().add("digits");
    setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    setAlignment(Pos.CENTER);
    setMaxWidth(Region.USE_PREF_SIZE);
  }

  public static SecretDigits shown(TicketSecret secret) {
    SecretDigits digits = new SecretDigits();
    digits.getStyleClass().add("shown");
    secret
        .digits()
        .chars()
        .forEach(digit -> digits.getChildren().add(box(Character.toString(digit))));
    return digits;
  }

  public static SecretDigits typed(TypedDigits typed) {
    SecretDigits digits = new SecretDigits();
    for (int i = 0; i < typed.length(); i++) {
      int place = i;
      Label dot = box("");
      dot.textProperty().bind(typed.countProperty().map(n -> n.intValue() > place ? "●" : ""));
      digits.getChildren().add(dot);
    }
    return digits;
  }

  /** A code on paper or told aloud is good once: she may see what she types, in two groups. */
  public static SecretDigits seen(TypedDigits typed) {
    SecretDigits digits = new SecretDigits();
    digits.getStyleClass().add("code");
    for (int i = 0; i < typed.length(); i++) {
      int place = i;
      Label digit = box("");
      digit.textProperty().bind(typed.countProperty().map(_ -> typed.at(place)));
      if (place == typed.length() / 2) {
        digits.getChildren().add(gap());
      }
      digits.getChildren().add(digit);
    }
    return digits;
  }

  private static Region gap() {
    Region gap = new Region();
    gap.getStyleClass().add("gap");
    return gap;
  }

  private static Label box(String text) {
    Label box = new Label(text);
    box.getStyleClass().add("digit");
    box.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.CENTER);
    return box;
  }
}
