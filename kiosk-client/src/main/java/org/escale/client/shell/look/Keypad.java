package org.escale.client.shell.look;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.client.shell.words.Words;

/** Ten digits and a key that takes the last one back; the keyboard does the same. */
public final class Keypad extends StackPane {

  /** What a French keyboard's upper row gives without shift, from 0 to 9. */
  private static final String FRENCH_ROW = "à&é\"'(-è_ç";

  public Keypad(TypedDigits digits, Words words) {
    List<Node> keys = new ArrayList<>();
    for (int digit = 1; digit <= 9; digit++) {
      keys.add(key(digit, digits));
    }
    keys.add(new Region());
    keys.add(key(0, digits));
    keys.add(
        Pressable.pictureKey("erase-digit", "backspace", words.of("digits.erase"), digits::erase));
    Columns grid = Columns.of(keys, 3);
    grid.getStyleClass().add("keypad");
    grid.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    getChildren().add(grid);
    setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  private static Pressable key(int digit, TypedDigits digits) {
    return Pressable.key("digit-" + digit, Integer.toString(digit), () -> digits.type(digit));
  }

  /** Lets the keyboard type too, wherever the focus is on the page. */
  public static void listen(Node page, TypedDigits digits) {
    page.addEventHandler(KeyEvent.KEY_TYPED, event -> typed(event.getCharacter(), digits));
    page.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.BACK_SPACE) {
            digits.erase();
          }
        });
  }

  private static void typed(String character, TypedDigits digits) {
    if (character.length() != 1) {
      return;
    }
    char typed = character.charAt(0);
    int digit = Character.digit(typed, 10);
    int place = digit >= 0 ? digit : FRENCH_ROW.indexOf(typed);
    if (place >= 0) {
      digits.type(place);
    }
  }
}
