package org.escale.client.shell.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.escale.client.shell.words.Words;
import org.escale.protocol.RefusalReason;
import org.jspecify.annotations.Nullable;

/** Says kindly why something was refused and what to do; takes no room while nothing was. */
public final class Refusals {

  public static Node of(ObservableValue<@Nullable RefusalReason> refusal, Words words) {
    Sentence label = Say.body("");
    Band band = Band.soon("info-circle-fill", label);
    VBox place = new VBox();
    refusal.subscribe(
        reason -> {
          if (reason == null) {
            place.getChildren().clear();
          } else {
            label.setText(words.of("refusal", reason));
            place.getChildren().setAll(band);
          }
        });
    place.managedProperty().bind(refusal.map(reason -> true).orElse(false));
    return place;
  }

  private Refusals() {}
}
