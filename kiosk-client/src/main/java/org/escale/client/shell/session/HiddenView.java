package org.escale.client.shell.session;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Keypad;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.Words;

/** The cover: whose visit it is, and its digits to come back. */
public final class HiddenView {

  public static Parent of(HiddenViewModel model, Surroundings around) {
    Words words = around.words();
    Sentence tries = Say.body("");
    Band band = Band.soon("info-circle-fill", tries);
    Sentence lead = Say.body(words.of("hidden.lead"));
    SecretDigits typed = SecretDigits.typed(model.digits());
    VBox asked =
        new VBox(
            Say.heading(words.of("hidden.title")),
            TicketBadge.large(model.ticket(), model.ticketWords()),
            Say.lead(model.ticketWords()),
            lead,
            typed,
            band);
    asked.getStyleClass().add("rows");
    asked.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(asked, Priority.ALWAYS);
    Keypad keypad = new Keypad(model.digits(), words);
    model
        .hiddenProperty()
        .subscribe(
            hidden -> {
              tries.setText(model.triesWords());
              show(band, !tries.getText().isEmpty());
              List.of(lead, typed, keypad).forEach(node -> show(node, model.canType()));
            });
    HBox both = new HBox(asked, keypad);
    both.getStyleClass().add("beside");
    both.setAlignment(Pos.CENTER);
    Page page = new Page(around).middle(both).footer(null, Page.askAtDesk(words));
    Keypad.listen(page, model.digits());
    return page;
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private HiddenView() {}
}
