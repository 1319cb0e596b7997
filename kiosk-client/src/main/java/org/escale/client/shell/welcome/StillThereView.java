package org.escale.client.shell.welcome;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** Are you still there? Any key or touch means yes. */
public final class StillThereView {

  public static Parent of(Words words, Runnable yes) {
    VBox card =
        new VBox(
            Say.heading(words.of("still.title")),
            Say.body(words.of("still.lead")),
            Pressable.main("still-there", "hand-thumbs-up", words.of("still.yes"), yes));
    card.getStyleClass().add("card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    StackPane veil = new StackPane(card);
    veil.getStyleClass().add("veil");
    StackPane.setAlignment(card, Pos.CENTER);
    return veil;
  }

  private StillThereView() {}
}
