package org.escale.client.shell.booking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Visits.Slot;

/** The free times of a day as large answers, and the days. */
public final class SlotsView {

  private final SlotsViewModel model;
  private final Words words;
  private final StackPane days = new StackPane();
  private final Map<LocalDate, Pressable> dayPressables = new LinkedHashMap<>();
  private final Sentence lead = Say.body("");
  private final VBox said = new VBox();
  private final StackPane times = new StackPane();
  private final Pressable later;

  private SlotsView(SlotsViewModel model, Words words) {
    this.model = model;
    this.words = words;
    this.later = Pressable.next("other-times", words.of("slots.other"), model::later);
  }

  public static Parent of(SlotsViewModel model, Surroundings around) {
    return new SlotsView(model, around.words()).build(around);
  }

  private Parent build(Surroundings around) {
    said.getStyleClass().add("rows");
    listen();
    times.disableProperty().bind(model.desk().waitingProperty());
    days.disableProperty().bind(model.desk().waitingProperty());
    return new Page(around)
        .middle(
            Say.heading(words.of("slots.question")),
            Refusals.of(model.desk().refusalProperty(), words),
            days,
            said,
            Page.growing(times))
        .footer(Pressable.back(words.of("back"), model::back), others());
  }

  private void listen() {
    model.daysPageProperty().subscribe(page -> showDays());
    model.dayProperty().subscribe(day -> markDay());
    model.pageProperty().subscribe(page -> showTimes());
    model.desk().slotsProperty().subscribe(slots -> showTimes());
    model.desk().alternativesProperty().subscribe(slots -> showTimes());
    model
        .desk()
        .offerProperty()
        .subscribe(
            offer -> {
              showDays();
              showTimes();
            });
  }

  private Node others() {
    HBox others = new HBox();
    others.getStyleClass().add("targets");
    others.setAlignment(Pos.CENTER_RIGHT);
    if (model.canChooseNeeds()) {
      others
          .getChildren()
          .add(
              Pressable.quiet(
                  "needs", "universal-access-circle", words.of("slots.needs"), model::needs));
    }
    others.getChildren().add(later);
    return others;
  }

  private void showDays() {
    dayPressables.clear();
    for (LocalDate day : model.daysShown()) {
      Pressable pressable =
          Pressable.wordAnswer("day-" + day, model.dayWords(day), () -> model.choose(day))
              .detail(model.dateWords(day))
              .styled("day");
      dayPressables.put(day, pressable);
    }
    List<Node> row = new ArrayList<>(dayPressables.values());
    if (model.hasOtherDays()) {
      row.add(
          Pressable.wordAnswer("other-days", words.of("slots.days"), model::otherDays)
              .styled("day"));
    }
    days.getChildren().setAll(Columns.of(row, SlotsViewModel.DAYS_AT_ONCE + 1));
    days.setManaged(row.size() > 1);
    days.setVisible(row.size() > 1);
    markDay();
  }

  private void markDay() {
    dayPressables.forEach(
        (day, pressable) -> pressable.chosen(model.isChosen(day), words.of("chosen")));
    showTimes();
  }

  private void showTimes() {
    lead.setText(model.lead());
    said.getChildren().setAll(model.isFull() ? Band.plain("calendar-x", lead) : lead);
    if (!model.wantedWords().isEmpty()) {
      said.getChildren()
          .add(TicketCard.row("universal-access-circle", Say.strong(model.wantedWords())));
    }
    List<Node> answers = new ArrayList<>();
    for (Slot slot : model.shown()) {
      answers.add(time(slot, "slot-" + answers.size()));
    }
    // One row is no higher than two would be.
    while (!answers.isEmpty() && answers.size() <= SlotsViewModel.PER_PAGE / 2) {
      answers.add(new Region());
    }
    times.getChildren().setAll(Columns.of(answers, SlotsViewModel.PER_PAGE / 2));
    later.setVisible(model.hasLater());
    later.setManaged(model.hasLater());
  }

  private Pressable time(Slot slot, String id) {
    Pressable time = Pressable.wordAnswer(id, model.startWords(slot), () -> model.book(slot));
    String day = model.otherDayWords(slot);
    return (day.isEmpty() ? time : time.detail(day)).styled("slot");
  }
}
