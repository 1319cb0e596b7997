package org.escale.client.shell.welcome;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.client.shell.look.Keypad;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.words.Words;

/** The code, digit by digit. */
public final class CodeView {

  public static Parent of(CodeViewModel model, Surroundings around) {
    Words words = around.words();
    TypedDigits digits = model.digits();
    VBox asked =
        new VBox(
            Say.heading(words.of("code.question")),
            Say.lead(model.leadWords()),
            SecretDigits.seen(digits),
            Refusals.of(model.desk().refusalProperty(), words));
    asked.getStyleClass().add("rows");
    asked.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(asked, Priority.ALWAYS);
    Keypad keypad = new Keypad(digits, words);
    keypad.disableProperty().bind(model.desk().waitingProperty());
    HBox both = new HBox(asked, keypad);
    both.getStyleClass().add("beside");
    both.setAlignment(Pos.CENTER);
    Page page =
        new Page(around)
            .middle(both)
            .footer(Pressable.back(words.of("back"), model::back), Page.askAtDesk(words));
    Keypad.listen(page, digits);
    return page;
  }

  private CodeView() {}
}
