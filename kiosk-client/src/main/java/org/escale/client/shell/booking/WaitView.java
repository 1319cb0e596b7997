package org.escale.client.shell.booking;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.words.Words;

/** Would you like to wait? How many come before, about how long, and how one is called. */
public final class WaitView {

  public static Parent of(WaitViewModel model, Surroundings around) {
    Words words = around.words();
    Sentence before = Say.lead("");
    Sentence wait = Say.lead("");
    Pressable join =
        Pressable.main("join", "person-raised-hand", words.of("wait.join"), model::join);
    Runnable refresh =
        () -> {
          before.setText(model.beforeWords());
          wait.setText(model.waitWords());
          join.setDisable(!model.canJoin() || model.desk().waitingProperty().get());
        };
    model.desk().offerProperty().subscribe(offer -> refresh.run());
    model.desk().waitingProperty().subscribe(waiting -> refresh.run());
    VBox rows =
        TicketCard.rows(
            TicketCard.row("people-fill", before),
            TicketCard.row("clock", wait),
            TicketCard.row("megaphone", Say.body(words.of("wait.called"))));
    if (!model.wantedWords().isEmpty()) {
      rows.getChildren()
          .add(TicketCard.row("universal-access-circle", Say.body(model.wantedWords())));
    }
    rows.getStyleClass().add("card");
    return new Page(around)
        .middle(
            Say.heading(words.of("wait.question")),
            Refusals.of(model.desk().refusalProperty(), words),
            rows)
        .footer(Pressable.back(words.of("back"), model::back), actions(model, words, join));
  }

  private static Node actions(WaitViewModel model, Words words, Pressable join) {
    HBox actions =
        new HBox(
            Pressable.quiet(
                "needs", "universal-access-circle", words.of("slots.needs"), model::needs),
            join);
    actions.getStyleClass().add("targets");
    actions.setAlignment(Pos.CENTER_RIGHT);
    return actions;
  }

  private WaitView() {}
}
