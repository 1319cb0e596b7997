package org.escale.client.shell.session;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.words.Words;

/** The dock's middle while nothing else is open. */
final class MainPanel {

  static Region of(DockViewModel model, Words words) {
    Sentence call = Say.body("");
    Band called = Band.done(call);
    model
        .sessionProperty()
        .subscribe(
            now -> {
              call.setText(model.helpWords());
              show(called, now.help() != null);
            });
    Pressable guides =
        Pressable.answer("guides", "signpost-2", words.of("session.guides"), model::openGuides)
            .detail(words.of("session.guides.detail"));
    Pressable stick =
        Pressable.answer("stick", "usb-drive", words.of("session.stick"), model::openStick);
    model.sessionProperty().subscribe(now -> show(stick, now.outside().hasStick()));
    Pressable bring =
        Pressable.answer("bring", "phone", words.of("session.bring"), model::openBring);
    // First things first, for there is little room: digits to note, a home that is full.
    model
        .sessionProperty()
        .subscribe(now -> show(bring, now.digits() == null && !now.outside().homeFull()));
    Pressable end = Pressable.main("end", "box-arrow-right", words.of("session.end"), model::end);
    VBox last = new VBox(end);
    last.setAlignment(Pos.BOTTOM_LEFT);
    VBox.setVgrow(last, Priority.ALWAYS);
    VBox panel = new VBox(called, DigitsCard.of(model, words), guides, stick, bring, last);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private MainPanel() {}
}
