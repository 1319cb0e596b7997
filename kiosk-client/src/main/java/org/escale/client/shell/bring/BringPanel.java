package org.escale.client.shell.bring;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.bring.BringViewModel.State;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.QrCode;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Bringing;

/** A square for the telephone's camera, the same in words, and what has come. */
public final class BringPanel {

  private static final Pattern ADDRESS = Pattern.compile("(?<=//)|(?<=[^/])(?=/)");

  public static Region of(BringViewModel model, Words words) {
    VBox way = new VBox();
    way.getStyleClass().add("way");
    way.setAlignment(Pos.TOP_CENTER);
    model.stateProperty().subscribe(now -> way.getChildren().setAll(way(now, model, words)));
    VBox end = new VBox(Pressable.back(words.of("back"), model::close));
    end.setAlignment(Pos.BOTTOM_LEFT);
    VBox.setVgrow(end, Priority.ALWAYS);
    VBox panel = new VBox(way, stored(model), problem(model), end);
    panel.getStyleClass().addAll("panel", "bring");
    return panel;
  }

  private static List<Node> way(State state, BringViewModel model, Words words) {
    return switch (state) {
      case State.Closed _, State.Asking _ -> List.of(Say.body(words.of("bring.asking")));
      case State.Invited(var invitation) -> invited(invitation, model, words);
      case State.Over _ -> again(words.of("bring.over"), model, words);
      case State.NotNow _ -> again(words.of("bring.not-now"), model, words);
    };
  }

  private static List<Node> invited(
      Bringing.Invitation invitation, BringViewModel model, Words words) {
    VBox typed =
        new VBox(
            Say.quiet(words.of("bring.typed")).centred(),
            address(invitation.address()),
            Say.strong(words.of("bring.code", Map.of("code", invitation.code().spelled())))
                .centred());
    typed.setAlignment(Pos.TOP_CENTER);
    // A telephone that has found the way needs no other.
    model.lastProperty().subscribe(last -> show(typed, last == null));
    return List.of(
        Say.body(words.of("bring.lead")),
        new QrCode(invitation.link(), words.of("bring.square")),
        typed);
  }

  /** Too long for one line, and without a space: broken where it is said in parts. */
  private static Node address(String address) {
    FlowPane parts = new FlowPane();
    ADDRESS.splitAsStream(address).map(Say::quiet).forEach(parts.getChildren()::add);
    parts.getStyleClass().add("address");
    parts.setAlignment(Pos.CENTER);
    parts.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return parts;
  }

  private static List<Node> again(String sentence, BringViewModel model, Words words) {
    return List.of(
        Say.body(sentence),
        Pressable.quiet("bring-again", "arrow-repeat", words.of("bring.again"), model::ask));
  }

  /** How many have come, unless something is wrong with the last. */
  private static Node stored(BringViewModel model) {
    Sentence text = Say.body("");
    Band band = Band.done(text);
    whenSomethingComes(
        model,
        () -> {
          text.setText(model.storedWords());
          show(band, !text.getText().isEmpty() && model.problemWords().isEmpty());
        });
    return band;
  }

  private static Node problem(BringViewModel model) {
    Sentence text = Say.body("");
    Band band = Band.soon("exclamation-triangle", text);
    whenSomethingComes(
        model,
        () -> {
          text.setText(model.problemWords().orElse(""));
          show(band, !text.getText().isEmpty());
        });
    return band;
  }

  private static void whenSomethingComes(BringViewModel model, Runnable refresh) {
    model.storedProperty().subscribe(refresh);
    model.lastProperty().subscribe(refresh);
    refresh.run();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private BringPanel() {}
}
