package org.escale.client.shell.session;

import javafx.geometry.Pos;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** Are all documents to be deleted here? Asked once, in a full home. */
final class RoomPanel {

  static Region of(DockViewModel model, Words words) {
    VBox panel =
        new VBox(
            Say.lead(words.of("room.question")),
            Band.plain("info-circle", Say.body(model.roomWords())),
            Pressable.danger(
                "delete-documents", "trash", words.of("room.yes"), model::deleteDocuments),
            atTheEnd(Pressable.back(words.of("room.no"), model::closeRoom)));
    panel.getStyleClass().add("panel");
    return panel;
  }

  private static VBox atTheEnd(Pressable back) {
    VBox end = new VBox(back);
    end.setAlignment(Pos.BOTTOM_LEFT);
    VBox.setVgrow(end, Priority.ALWAYS);
    return end;
  }

  private RoomPanel() {}
}
