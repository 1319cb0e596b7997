package org.escale.client.shell.welcome;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Language;

/** What is kept, what is not, and the house rules. */
public final class NoticeView {

  public static Parent of(NoticeViewModel model, Surroundings around) {
    Words words = around.words();
    Node data =
        card(
            words.of("notice.data"),
            row("bar-chart", words.of("notice.counts")),
            row("eraser", words.of("notice.erased")),
            row("person-slash", words.of("notice.noname")));
    Node rules =
        card(
            words.of("notice.rules"),
            row("volume-down", words.of("notice.rule.quiet")),
            row("usb-drive", words.of("notice.rule.save")),
            row("hand-thumbs-up", words.of("notice.rule.law")));
    return new Page(around)
        .middle(Page.growing(Columns.of(List.of(data, rules))))
        .footer(
            Pressable.back(words.of("back"), model::back),
            model.offersLanguages() ? languages(model) : Page.askAtDesk(words));
  }

  private static Node card(String title, Node... rows) {
    VBox card = new VBox(Say.lead(title));
    card.getChildren().addAll(rows);
    card.getStyleClass().add("card");
    card.setMaxHeight(Double.MAX_VALUE);
    return card;
  }

  private static Node row(String icon, String text) {
    Node words = Say.body(text);
    HBox row = new HBox(Icon.of(icon), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("row");
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private static Node languages(NoticeViewModel model) {
    HBox languages = new HBox();
    languages.getStyleClass().add("targets");
    for (Language language : Language.values()) {
      languages
          .getChildren()
          .add(
              Pressable.wordAnswer(
                      "language-" + language.tag(),
                      Words.in(language).of("language.name"),
                      () -> model.speak(language))
                  .styled("small"));
    }
    return languages;
  }

  private NoticeView() {}
}
