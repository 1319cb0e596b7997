package org.escale.client.shell.booking;

import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** The ticket, to be written down or photographed. */
public final class BookedView {

  public static Parent of(BookedViewModel model, Surroundings around) {
    Words words = around.words();
    Slip slip =
        new Slip(
            model.ticket(),
            model.digits(),
            model.text(),
            List.of(model.whenWords(), model.stationName()));
    Columns both =
        Columns.of(
            List.of(
                TicketCard.keep(model.ticket(), model.digits(), model.text(), words),
                TicketCard.rows(
                    TicketCard.row("calendar-check", Say.lead(model.whenWords())),
                    TicketCard.row("pc-display", Say.lead(model.stationName())),
                    TicketCard.row("camera", Say.body(words.of("booked.note"))),
                    TicketCard.row(
                        "arrow-repeat",
                        Say.body(
                            words.of("booked.next", Map.of("station", model.stationName())))))));
    both.getStyleClass().add("booked");
    return new Page(around)
        .middle(Say.heading(words.of("booked.title")), Page.growing(both))
        .footer(
            slip.button(model.slip(), around),
            Pressable.main("done", "check-lg", words.of("booked.done"), model::done));
  }

  private BookedView() {}
}
