package org.escale.client.shell.goodbye;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.DockPage;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.words.Words;

/** Goodbye, beside the visit: the visitor may still save and print there. */
public final class EndingView {

  public static Parent of(EndingViewModel model, Surroundings around) {
    Words words = around.words();
    DockPage page = new DockPage(around, Say.quiet(words.of("ending.goodbye")));
    page.top(Say.lead(model.titleWords()), Say.body(model.leadWords()));
    VBox erased =
        new VBox(
            Say.strong(words.of("ending.erased")),
            row("file-earmark-text", words.of("ending.erased.files")),
            row("key", words.of("ending.erased.passwords")),
            row("clock-history", words.of("ending.erased.pages")));
    erased.getStyleClass().addAll("panel", "card");
    page.middle(erased);
    List<Node> actions = new ArrayList<>();
    actions.add(grace(model));
    if (model.ending().canGoBack()) {
      actions.add(
          Pressable.main(
              "back-to-work",
              "arrow-counterclockwise",
              words.of("ending.back"),
              model::backToWork));
    }
    actions.add(Pressable.danger("leave", "eraser-fill", words.of("ending.leave"), model::leave));
    page.bottom(actions.toArray(Node[]::new));
    return page;
  }

  private static Node grace(EndingViewModel model) {
    Sentence text = Say.strong("");
    model.leftProperty().subscribe(left -> text.setText(model.graceWords()));
    return Band.soon("hourglass-split", text);
  }

  private static Node row(String icon, String text) {
    Node words = Say.body(text);
    HBox row = new HBox(Icon.of(icon), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private EndingView() {}
}
