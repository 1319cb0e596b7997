package org.escale.client.shell.session;

import javafx.geometry.Pos;
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
              called.setVisible(now.help() != null);
              called.setManaged(called.isVisible());
            });
    Pressable guides =
        Pressable.answer("guides", "signpost-2", words.of("session.guides"), model::openGuides)
            .detail(words.of("session.guides.detail"));
    Pressable stick =
        Pressable.answer("stick", "usb-drive", words.of("session.stick"), model::openStick);
    model
        .sessionProperty()
        .subscribe(
            now -> {
              stick.setVisible(now.outside().hasStick());
              stick.setManaged(stick.isVisible());
            });
    Pressable end = Pressable.main("end", "box-arrow-right", words.of("session.end"), model::end);
    VBox last = new VBox(end);
    last.setAlignment(Pos.BOTTOM_LEFT);
    VBox.setVgrow(last, Priority.ALWAYS);
    VBox panel = new VBox(called, DigitsCard.of(model, words), guides, stick, last);
    panel.getStyleClass().add("panel");
    return panel;
  }

  private MainPanel() {}
}
