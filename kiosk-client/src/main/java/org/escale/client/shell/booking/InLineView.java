package org.escale.client.shell.booking;

import java.util.List;
import javafx.scene.Parent;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** The ticket of somebody who waits: how many come before, about how long, how she is called. */
public final class InLineView {

  public static Parent of(InLineViewModel model, Surroundings around) {
    Words words = around.words();
    Slip slip =
        new Slip(model.ticket(), model.digits(), model.text(), List.of(words.of("inline.called")));
    Columns both =
        Columns.of(
            List.of(
                TicketCard.keep(model.ticket(), model.digits(), model.text(), words),
                TicketCard.rows(
                    TicketCard.row("people-fill", Say.lead(model.beforeWords())),
                    TicketCard.row("clock", Say.lead(model.waitWords())),
                    TicketCard.row("megaphone", Say.body(words.of("inline.called"))),
                    TicketCard.row("camera", Say.body(words.of("booked.note"))))));
    both.getStyleClass().add("booked");
    return new Page(around)
        .middle(Say.heading(words.of("inline.title")), Page.growing(both))
        .footer(
            slip.button(model.slip(), around),
            Pressable.main("done", "check-lg", words.of("booked.done"), model::done));
  }

  private InLineView() {}
}
