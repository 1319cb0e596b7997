package org.escale.client.shell.booking;

import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.Words;

/** The ticket, to be written down. */
public final class BookedView {

  public static Parent of(BookedViewModel model, Surroundings around) {
    Words words = around.words();
    VBox ticket =
        new VBox(
            TicketBadge.large(model.ticket(), model.ticketWords()),
            Say.lead(model.ticketWords()).centred(),
            SecretDigits.shown(model.digits()));
    ticket.getStyleClass().addAll("card", "ticket");
    ticket.setAlignment(Pos.CENTER);
    VBox next =
        new VBox(
            row("calendar-check", Say.lead(model.whenWords())),
            row("pc-display", Say.lead(model.stationName())),
            row("camera", Say.body(words.of("booked.note"))),
            row(
                "arrow-repeat",
                Say.body(words.of("booked.next", Map.of("station", model.stationName())))));
    next.getStyleClass().add("rows");
    next.setAlignment(Pos.CENTER_LEFT);
    Columns both = Columns.of(List.of(ticket, next));
    both.getStyleClass().add("booked");
    return new Page(around)
        .middle(Say.heading(words.of("booked.title")), Page.growing(both))
        .footer(null, Pressable.main("done", "check-lg", words.of("booked.done"), model::done));
  }

  private static Node row(String icon, Sentence words) {
    HBox row = new HBox(Icon.of(icon), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("row");
    return row;
  }

  private BookedView() {}
}
