package org.escale.client.shell.look;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Words on a screen: never cut, they wrap. */
public final class Say {

  public static Label heading(String text) {
    return say(text, "heading");
  }

  public static Label lead(String text) {
    return say(text, "lead");
  }

  public static Label body(String text) {
    return say(text, "body");
  }

  public static Label strong(String text) {
    return say(text, "strong");
  }

  public static Label quiet(String text) {
    return say(text, "quiet");
  }

  private static Label say(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private Say() {}
}
