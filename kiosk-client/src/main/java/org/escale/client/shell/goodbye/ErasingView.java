package org.escale.client.shell.goodbye;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.welcome.EveryLanguage;
import org.escale.client.shell.words.Words;

/** Erasing: nothing to do but wait a moment. */
public final class ErasingView {

  public static Parent of(ErasingViewModel model, Surroundings around) {
    return model.startUp() ? starting(around, "starting.title") : erasing(model, around);
  }

  /** Before anyone has chosen a language. */
  public static Parent starting(Surroundings around, String key) {
    VBox lines = new VBox();
    lines.getStyleClass().add("rows");
    lines.getChildren().addAll(EveryLanguage.stacked(key, Say::lead));
    return new Page(around).telling(big("hourglass-split", "waiting"), lines);
  }

  private static Parent erasing(ErasingViewModel model, Surroundings around) {
    Words words = around.words();
    HBox pictures =
        new HBox(Icon.of("file-earmark-text"), Icon.of("key"), Icon.of("clock-history"));
    pictures.getStyleClass().add("erased-pictures");
    pictures.setAlignment(Pos.CENTER);
    List<Node> told = new ArrayList<>();
    told.add(big("eraser-fill", "erasing"));
    told.add(Say.heading(words.of("erasing.title")));
    told.add(Say.body(words.of("erasing.lead")));
    if (model.printing()) {
      told.add(Band.soon("printer", Say.strong(words.of("erasing.printing"))));
    }
    if (model.stick()) {
      told.add(Band.soon("usb-drive", Say.strong(words.of("erasing.stick"))));
    }
    if (!model.printing() && !model.stick()) {
      told.add(pictures);
    }
    told.add(Say.quiet(words.of("erasing.next")));
    return new Page(around).telling(told.toArray(Node[]::new));
  }

  private static Node big(String icon, String style) {
    HBox big = new HBox(Icon.of(icon));
    big.getStyleClass().addAll("big-picture", style);
    big.setAlignment(Pos.CENTER);
    return big;
  }

  private ErasingView() {}
}
