package org.escale.client.shell.booking;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Keypad;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.Words;
import org.escale.protocol.PublicTicket;

/** Typing the digits of the ticket that this station waits for; any other is found elsewhere. */
public final class HeldTicketView {

  public static Parent of(HeldTicketViewModel model, Surroundings around) {
    Words words = around.words();
    Page page =
        new Page(around)
            .footer(
                Pressable.back(words.of("back"), model::back),
                Pressable.quiet(
                    "other-ticket", "ticket-perforated", words.of("ticket.other"), model::other));
    model
        .held()
        .ifPresentOrElse(
            ticket -> page.middle(typing(model, ticket, words)), () -> page.middle(gone(words)));
    if (model.held().isPresent()) {
      Keypad.listen(page, model.digits());
    }
    return page;
  }

  private static Node typing(HeldTicketViewModel model, PublicTicket ticket, Words words) {
    VBox asked =
        new VBox(
            Say.heading(words.of("digits.question")),
            TicketBadge.large(ticket, model.heldWords()),
            Say.lead(model.heldWords()),
            SecretDigits.typed(model.digits()),
            Refusals.of(model.desk().refusalProperty(), words));
    asked.getStyleClass().add("rows");
    asked.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(asked, Priority.ALWAYS);
    Keypad keypad = new Keypad(model.digits(), words);
    keypad.disableProperty().bind(model.desk().waitingProperty());
    HBox both = new HBox(asked, keypad);
    both.getStyleClass().add("beside");
    both.setAlignment(Pos.CENTER);
    return both;
  }

  private static Node[] gone(Words words) {
    HBox hint = new HBox(Icon.of("ticket-perforated"), Say.body(words.of("ticket.gone.hint")));
    hint.getStyleClass().addAll("row", "card");
    return new Node[] {Say.heading(words.of("ticket.gone")), hint};
  }

  private HeldTicketView() {}
}
