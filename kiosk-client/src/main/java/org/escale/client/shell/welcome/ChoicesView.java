package org.escale.client.shell.welcome;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** What would you like to do? */
public final class ChoicesView {

  private final ChoicesViewModel model;
  private final Words words;
  private final StackPane first = new StackPane();
  private final Pressable now;
  private final Pressable wait;
  private final Pressable later;
  private final Pressable ticket;

  private ChoicesView(ChoicesViewModel model, Words words) {
    this.model = model;
    this.words = words;
    this.now = Pressable.answer("take-now", "pc-display", now(), model::takeNow);
    this.wait =
        Pressable.answer("wait", "person-raised-hand", words.of("choices.wait"), model::waitInLine);
    this.later =
        Pressable.answer("book-later", "calendar-plus", words.of("choices.later"), model::later);
    this.ticket =
        Pressable.answer(
            "have-ticket", "ticket-perforated", words.of("choices.ticket"), model::ticket);
  }

  public static Parent of(ChoicesViewModel model, Surroundings around) {
    return new ChoicesView(model, around.words()).build(around);
  }

  private Parent build(Surroundings around) {
    model.desk().offerProperty().subscribe(offer -> refresh());
    model.desk().waitingProperty().subscribe(waiting -> refresh());
    model.welcomeProperty().subscribe(welcome -> refresh());
    Pressable notice =
        Pressable.answer("notice", "info-circle", words.of("choices.notice"), model::notice)
            .detail(words.of("choices.notice.detail"));
    return new Page(around)
        .middle(
            Say.heading(words.of("choices.question")),
            Refusals.of(model.desk().refusalProperty(), words),
            Page.growing(Columns.of(answers(notice), 2)))
        .footer(beginning(), Page.askAtDesk(words));
  }

  /** Back, and what few visitors need: a code from a mediator. */
  private Node beginning() {
    Pressable back = Pressable.back(words.of("back.language"), model::back);
    if (model.isReception()) {
      return back;
    }
    HBox both =
        new HBox(back, Pressable.quiet("code", "key", words.of("choices.code"), model::code));
    both.getStyleClass().add("targets");
    return both;
  }

  /** Who has been called finds that first. The answers do not change places under her hand. */
  private List<Node> answers(Pressable notice) {
    return model.isTurn()
        ? List.of(ticket, later, first, notice)
        : List.of(first, later, ticket, notice);
  }

  private String now() {
    return words.of(model.isReception() ? "choices.now.reception" : "choices.now");
  }

  private void refresh() {
    boolean waiting = model.desk().waitingProperty().get();
    Pressable shown = model.canWait() ? wait : now;
    if (!first.getChildren().contains(shown)) {
      first.getChildren().setAll(shown);
    }
    wait.detail(model.waitWords());
    wait.setDisable(waiting);
    now.setDisable(waiting || !model.canTakeNow());
    now.detail(waiting ? words.of("choices.moment") : model.takeNowWords());
    later.setDisable(waiting || !model.canBook());
    later.detail(model.bookWords());
    ticket.say(words.of(ticketKey()));
    ticket.detail(model.ticketWords());
    ticket.setDisable(waiting || !model.connected());
  }

  private String ticketKey() {
    if (!model.ticketAwaited()) {
      return "choices.ticket";
    }
    return model.isTurn() ? "choices.turn" : "choices.held";
  }
}
