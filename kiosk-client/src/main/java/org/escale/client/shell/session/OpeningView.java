package org.escale.client.shell.session;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.Words;

/** One moment. */
public final class OpeningView {

  public static Parent of(OpeningViewModel model, Surroundings around) {
    Words words = around.words();
    VBox ticket =
        new VBox(
            TicketBadge.large(model.ticket(), model.ticketWords()),
            Say.lead(model.ticketWords()).centred());
    ticket.getStyleClass().addAll("card", "ticket");
    ticket.setAlignment(Pos.CENTER);
    model
        .digits()
        .ifPresent(
            digits ->
                ticket
                    .getChildren()
                    .addAll(
                        SecretDigits.shown(digits),
                        Say.body(words.of("opening.digits")).centred()));
    return new Page(around)
        .middle(
            Say.heading(words.of("opening.title")),
            Say.body(words.of("opening.lead")),
            Page.growing(ticket));
  }

  private OpeningView() {}
}
