package org.escale.client.shell.booking;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Visits.Slot;

/** The next free times as large answers. */
public final class SlotsView {

  public static Parent of(SlotsViewModel model, Surroundings around) {
    Words words = around.words();
    StackPane times = new StackPane();
    Pressable later = Pressable.next("other-times", words.of("slots.other"), model::later);
    Runnable refresh =
        () -> {
          times.getChildren().setAll(times(model));
          later.setVisible(model.hasLater());
        };
    model.pageProperty().subscribe(page -> refresh.run());
    model.desk().offerProperty().subscribe(offer -> refresh.run());
    times.disableProperty().bind(model.desk().waitingProperty());
    return new Page(around)
        .middle(
            Say.heading(words.of("slots.question")),
            Refusals.of(model.desk().refusalProperty(), words),
            Page.growing(times))
        .footer(Pressable.back(words.of("back"), model::back), later);
  }

  private static Node times(SlotsViewModel model) {
    List<Node> answers = new ArrayList<>();
    for (Slot slot : model.shown()) {
      answers.add(
          Pressable.answer(
                  "slot-" + answers.size(), "clock", model.startWords(slot), () -> model.book(slot))
              .detail(model.lengthWords(slot))
              .styled("slot"));
    }
    return Columns.of(answers, 2);
  }

  private SlotsView() {}
}
