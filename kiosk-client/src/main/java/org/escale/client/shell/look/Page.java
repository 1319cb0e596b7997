package org.escale.client.shell.look;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * A full screen: where I am and the time on top, the question in the middle, back and the main
 * action below.
 */
public final class Page extends BorderPane {

  private final VBox middle = new VBox();
  private final HBox footer = new HBox();

  public Page(Surroundings around) {
    getStyleClass().add("page");
    VBox top = new VBox();
    if (around.about().rehearsal()) {
      top.getChildren().add(rehearsal(around.words()));
    }
    top.getChildren().add(header(around));
    setTop(top);
    middle.getStyleClass().add("page-middle");
    middle.setAlignment(Pos.CENTER_LEFT);
    setCenter(middle);
    footer.getStyleClass().add("page-footer");
    footer.setAlignment(Pos.CENTER_LEFT);
    setBottom(footer);
  }

  public Page middle(Node... nodes) {
    middle.getChildren().setAll(nodes);
    return this;
  }

  /** For a screen that only tells: nothing to press, everything in the middle. */
  public Page telling(Node... nodes) {
    middle.getStyleClass().add("telling");
    middle.setAlignment(Pos.CENTER);
    for (Node node : nodes) {
      centre(node);
    }
    return middle(nodes);
  }

  private static void centre(Node node) {
    switch (node) {
      case Sentence sentence -> sentence.centred();
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(Page::centre);
      default -> {
        // Pictures are placed by their row.
      }
    }
  }

  /** Spreads what follows to the height that is free. */
  public static <N extends Region> N growing(N node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  /**
   * @param start where reading begins: usually back
   * @param end the main action, or a word of help
   */
  public Page footer(@Nullable Node start, @Nullable Node end) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    if (start != null) {
      footer.getChildren().add(start);
    }
    footer.getChildren().add(gap);
    if (end != null) {
      footer.getChildren().add(end);
    }
    return this;
  }

  /** Whom to ask, in the corner where help always is. */
  public static Node askAtDesk(Words words) {
    HBox hint = new HBox(Icon.of("question-circle"), Say.quiet(words.of("page.ask")));
    hint.getStyleClass().add("hint");
    hint.setAlignment(Pos.CENTER_RIGHT);
    return hint;
  }

  /** The plain truth of a rehearsal, on every screen. */
  static Node rehearsal(Words words) {
    Band band = Band.soon("cone-striped", Say.body(words.of("rehearsal")));
    band.getStyleClass().add("rehearsal");
    return band;
  }

  private static Node header(Surroundings around) {
    Sentence place = Say.quiet(around.placeName());
    HBox.setHgrow(place, Priority.ALWAYS);
    HBox header = new HBox(Icon.of("geo-alt-fill"), place, clock(around));
    header.getStyleClass().add("page-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  static Label clock(Surroundings around) {
    Label clock = new Label();
    clock.getStyleClass().add("clock");
    clock.setMinWidth(Region.USE_PREF_SIZE);
    Words words = around.words();
    ObservableValue<String> time =
        Bindings.createStringBinding(
            () -> words.time(around.now(), around.about().zone()), around.nowProperty());
    clock.textProperty().bind(time);
    return clock;
  }
}
