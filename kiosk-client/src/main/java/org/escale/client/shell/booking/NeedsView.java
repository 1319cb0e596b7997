package org.escale.client.shell.booking;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;
import org.escale.protocol.StationTrait;
import org.escale.protocol.Visits.Place;
import org.jspecify.annotations.Nullable;

/** What few people need: each pressed on or off. */
public final class NeedsView {

  private final NeedsViewModel model;
  private final Words words;

  private NeedsView(NeedsViewModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  public static Parent of(NeedsViewModel model, Surroundings around) {
    NeedsView view = new NeedsView(model, around.words());
    return switch (model.question()) {
      case NEEDS -> view.needs(around);
      case PLACE -> view.places(around);
    };
  }

  private Parent needs(Surroundings around) {
    List<Node> answers = new ArrayList<>();
    for (StationTrait need : model.needs()) {
      Pressable answer =
          Pressable.answer(
              "need-" + need, picture(need), words.of("need", need), () -> model.turn(need));
      model
          .wantedProperty()
          .subscribe(wanted -> answer.chosen(model.needs(need), words.of("chosen")));
      answers.add(answer);
    }
    if (model.offersLonger()) {
      Pressable answer =
          Pressable.answer("need-longer", "hourglass", words.of("needs.longer"), model::turnLonger);
      model
          .wantedProperty()
          .subscribe(wanted -> answer.chosen(model.isLonger(), words.of("chosen")));
      answers.add(answer);
    }
    if (model.offersPlaces()) {
      answers.add(place());
    }
    return new Page(around)
        .middle(
            Say.heading(words.of("needs.question")),
            Say.body(words.of("needs.lead")),
            Page.growing(Columns.of(answers, 2)))
        .footer(
            Pressable.back(words.of("back"), model::back),
            Pressable.main("needs-done", "check-lg", words.of("needs.done"), model::back));
  }

  private Pressable place() {
    Pressable answer =
        Pressable.answer("need-place", "pc-display", words.of("needs.place"), model::choosePlace);
    Place place = model.place();
    answer.detail(place == null ? words.of("needs.place.any") : place.name());
    return answer.chosen(place != null, words.of("chosen"));
  }

  private Parent places(Surroundings around) {
    StackPane shown = new StackPane();
    model.pageProperty().subscribe(page -> shown.getChildren().setAll(placesShown()));
    Pressable others =
        Pressable.next("other-places", words.of("needs.place.others"), model::otherPlaces);
    others.setVisible(model.hasOtherPlaces());
    return new Page(around)
        .middle(Say.heading(words.of("needs.place.question")), Page.growing(shown))
        .footer(Pressable.back(words.of("back"), model::back), others);
  }

  private Node placesShown() {
    List<Node> answers = new ArrayList<>();
    answers.add(answer(null, "place-any", words.of("needs.place.any")));
    for (Place place : model.placesShown()) {
      answers.add(answer(place, "place-" + answers.size(), place.name()));
    }
    while (answers.size() <= NeedsViewModel.PLACES_AT_ONCE) {
      answers.add(new Region());
    }
    return Columns.of(answers, 2);
  }

  private Pressable answer(@Nullable Place place, String id, String name) {
    boolean chosen = place == null ? model.place() == null : place.equals(model.place());
    return Pressable.answer(id, "pc-display", name, () -> model.choose(place))
        .chosen(chosen, words.of("chosen"));
  }

  private static String picture(StationTrait need) {
    return switch (need) {
      case WHEELCHAIR_ACCESS -> "person-wheelchair";
      case LARGE_SCREEN -> "display";
      case PRINTER_NEAR -> "printer";
      case WEBCAM -> "webcam";
    };
  }
}
