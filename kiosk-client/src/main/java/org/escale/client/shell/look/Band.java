package org.escale.client.shell.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A coloured band with a picture and words: done, soon, or plain to know. */
public final class Band extends HBox {

  private Band(String style, String icon, Node words) {
    getStyleClass().addAll("band", style);
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    getChildren().addAll(Icon.of(icon), words);
  }

  public static Band done(Node words) {
    return new Band("band-done", "check-circle-fill", words);
  }

  public static Band soon(String icon, Node words) {
    return new Band("band-soon", icon, words);
  }

  public static Band plain(String icon, Node words) {
    return new Band("band-plain", icon, words);
  }
}
