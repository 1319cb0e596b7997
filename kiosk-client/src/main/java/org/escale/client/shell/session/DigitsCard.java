package org.escale.client.shell.session;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.Words;
import org.escale.protocol.TicketSecret;

/** The ticket's digits, in the dock until the visitor has noted them. */
final class DigitsCard {

  /** Empty, and takes no room, once nothing is left to note. */
  static Region of(DockViewModel model, Words words) {
    VBox place = new VBox();
    model
        .digitsProperty()
        .subscribe(
            digits -> {
              place.getChildren().clear();
              digits.ifPresent(shown -> place.getChildren().add(card(shown, model, words)));
              place.setVisible(digits.isPresent());
              place.setManaged(digits.isPresent());
            });
    return place;
  }

  private static Region card(TicketSecret digits, DockViewModel model, Words words) {
    Sentence name = Say.strong(model.ticketWords());
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox ticket = new HBox(TicketBadge.of(model.session().ticket(), model.ticketWords()), name);
    ticket.getStyleClass().add("row");
    ticket.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        new VBox(
            ticket,
            SecretDigits.shown(digits),
            Say.body(words.of("session.digits")),
            Pressable.quiet(
                "digits-noted", "check-lg", words.of("session.digits.noted"), model::noted));
    card.getStyleClass().addAll("card", "noting");
    card.setAlignment(Pos.CENTER);
    return card;
  }

  private DigitsCard() {}
}
