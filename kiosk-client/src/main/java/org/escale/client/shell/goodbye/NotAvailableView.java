package org.escale.client.shell.goodbye;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.welcome.EveryLanguage;
import org.escale.protocol.Language;

/** Not available, in every language, because nobody has chosen one here. */
public final class NotAvailableView {

  public static Parent of(NotAvailableViewModel model, Surroundings around) {
    HBox picture = new HBox(Icon.of("slash-circle"));
    picture.getStyleClass().addAll("big-picture", "waiting");
    VBox lines = new VBox();
    lines.getStyleClass().add("rows");
    lines.getChildren().addAll(EveryLanguage.stacked("unavailable.title", Say::lead));
    HBox code = new HBox(Icon.of("tools"), Say.quiet(model.codeWords(Language.FRENCH)));
    code.getStyleClass().add("hint");
    code.setAlignment(Pos.CENTER_LEFT);
    picture.setAlignment(Pos.CENTER);
    return new Page(around).telling(picture, lines).footer(code, null);
  }

  private NotAvailableView() {}
}
