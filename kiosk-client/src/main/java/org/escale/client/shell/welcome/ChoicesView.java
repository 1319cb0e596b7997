package org.escale.client.shell.welcome;

import java.util.List;
import javafx.scene.Parent;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** What would you like to do? */
public final class ChoicesView {

  public static Parent of(ChoicesViewModel model, Surroundings around) {
    Words words = around.words();
    Pressable now =
        Pressable.answer("take-now", "pc-display", words.of("choices.now"), model::takeNow);
    Pressable later =
        Pressable.answer("book-later", "calendar-plus", words.of("choices.later"), model::later);
    Pressable ticket =
        Pressable.answer(
            "have-ticket", "ticket-perforated", words.of("choices.ticket"), model::ticket);
    Pressable notice =
        Pressable.answer("notice", "info-circle", words.of("choices.notice"), model::notice)
            .detail(words.of("choices.notice.detail"));
    Runnable refresh =
        () -> {
          boolean waiting = model.desk().waitingProperty().get();
          now.setDisable(waiting || !model.canTakeNow());
          now.detail(waiting ? words.of("choices.moment") : model.takeNowWords());
          later.setDisable(waiting || !model.canBook());
          later.detail(model.bookWords());
          ticket.say(words.of(model.ticketAwaited() ? "choices.held" : "choices.ticket"));
          ticket.detail(model.ticketWords());
          ticket.setDisable(waiting);
        };
    model.desk().offerProperty().subscribe(offer -> refresh.run());
    model.desk().waitingProperty().subscribe(waiting -> refresh.run());
    model.welcomeProperty().subscribe(welcome -> refresh.run());
    return new Page(around)
        .middle(
            Say.heading(words.of("choices.question")),
            Refusals.of(model.desk().refusalProperty(), words),
            Page.growing(Columns.of(List.of(now, later, ticket, notice), 2)))
        .footer(Pressable.back(words.of("back.language"), model::back), Page.askAtDesk(words));
  }

  private ChoicesView() {}
}
