package org.escale.client.shell.booking;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** What a ticket is good for; begin, move, or give back. */
public final class TicketSeenView {

  private final TicketSeenViewModel model;
  private final Words words;

  private TicketSeenView(TicketSeenViewModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  public static Parent of(TicketSeenViewModel model, Surroundings around) {
    TicketSeenView view = new TicketSeenView(model, around.words());
    return switch (model.question()) {
      case WHAT_NOW, WHAT_NOW_MOVED -> view.whatNow(around);
      case GIVE_BACK -> view.giveBack(around);
    };
  }

  private Parent whatNow(Surroundings around) {
    Columns both = Columns.of(List.of(TicketCard.shown(model.ticket(), words), rows()));
    both.getStyleClass().add("booked");
    List<Node> middle = new ArrayList<>();
    middle.add(Say.heading(words.of("seen.title")));
    if (model.question() == TicketSeenViewModel.Question.WHAT_NOW_MOVED) {
      middle.add(Band.done(Say.body(words.of("seen.moved"))));
    }
    middle.add(Refusals.of(model.desk().refusalProperty(), words));
    middle.add(Page.growing(both));
    return new Page(around)
        .middle(middle.toArray(Node[]::new))
        .footer(Pressable.back(words.of("back"), model::back), start());
  }

  private VBox rows() {
    VBox rows = TicketCard.rows();
    model.whenWords().ifPresent(when -> add(rows, "calendar-check", when));
    model.stationName().ifPresent(station -> add(rows, "pc-display", station));
    model.beforeWords().ifPresent(before -> add(rows, "people-fill", before));
    model.waitWords().ifPresent(wait -> add(rows, "clock", wait));
    rows.getChildren()
        .add(
            TicketCard.row(
                model.canStart() ? "play-circle" : "info-circle", Say.body(model.nextWords())));
    if (model.canGiveBack()) {
      rows.getChildren().add(changes());
    }
    return rows;
  }

  private static void add(VBox rows, String icon, String said) {
    rows.getChildren().add(TicketCard.row(icon, Say.lead(said)));
  }

  private Node changes() {
    List<Node> changes = new ArrayList<>();
    if (model.canMove()) {
      changes.add(Pressable.quiet("move", "arrow-left-right", words.of("seen.move"), model::move));
    }
    changes.add(
        Pressable.quiet(
            "give-back", "calendar-x", words.of("seen.give-back"), model::askToGiveBack));
    VBox all = new VBox(changes.toArray(Node[]::new));
    all.getStyleClass().add("targets");
    return all;
  }

  private Node start() {
    if (!model.canStart()) {
      return Page.askAtDesk(words);
    }
    Pressable start = Pressable.main("start", "play-circle", words.of("seen.start"), model::start);
    start.disableProperty().bind(model.desk().waitingProperty());
    return start;
  }

  private Parent giveBack(Surroundings around) {
    Pressable yes =
        Pressable.danger("give-back-yes", "calendar-x", words.of("give-back.yes"), model::giveBack);
    yes.disableProperty().bind(model.desk().waitingProperty());
    Columns both =
        Columns.of(
            List.of(
                TicketCard.shown(model.ticket(), words),
                TicketCard.rows(
                    TicketCard.row("info-circle", Say.body(words.of("give-back.lead"))))));
    both.getStyleClass().add("booked");
    return new Page(around)
        .middle(
            Say.heading(words.of("give-back.question")),
            Refusals.of(model.desk().refusalProperty(), words),
            Page.growing(both))
        .footer(Pressable.back(words.of("give-back.no"), model::back), yes);
  }
}
