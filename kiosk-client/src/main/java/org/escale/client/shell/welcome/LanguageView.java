package org.escale.client.shell.welcome;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;

/** The first screen. */
public final class LanguageView {

  public static Parent of(LanguageViewModel model, Surroundings around) {
    VBox news = new VBox();
    news.getStyleClass().add("news");
    model.welcomeProperty().subscribe(now -> news.getChildren().setAll(news(model)));
    Pressable notice =
        Pressable.quiet(
            "notice", "info-circle", EveryLanguage.joined("welcome.notice"), model::notice);
    return new Page(around)
        .middle(
            Say.heading(EveryLanguage.joined("welcome.hello")),
            Page.growing(Columns.of(answers(model))),
            news)
        .footer(notice, null);
  }

  private static List<Node> answers(LanguageViewModel model) {
    List<Node> answers = new ArrayList<>();
    for (Language language : Language.values()) {
      Words words = Words.in(language);
      answers.add(
          Pressable.wordAnswer(
                  "language-" + language.tag(),
                  words.of("language.name"),
                  () -> model.choose(language))
              .detail(words.of("welcome.choose"))
              .styled("language"));
    }
    return answers;
  }

  private static List<Node> news(LanguageViewModel model) {
    List<Node> news = new ArrayList<>();
    if (model.isReception()) {
      news.add(
          Band.plain(
              "calendar-plus",
              EveryLanguage.sideBySide(language -> Words.in(language).of("welcome.reception"))));
    }
    model.held().ifPresent(ticket -> news.add(heldBand(ticket, model)));
    if (model.erasedWords(Language.FRENCH).isPresent()) {
      news.add(
          Band.done(EveryLanguage.sideBySide(language -> model.erasedWords(language).orElse(""))));
    }
    return news;
  }

  private static Node heldBand(PublicTicket ticket, LanguageViewModel model) {
    Node words = EveryLanguage.sideBySide(language -> model.heldWords(language).orElse(""));
    Band band = Band.plain("calendar-check", words);
    String name = TicketName.of(ticket, Words.in(Language.FRENCH));
    band.getChildren().removeIf(Icon.class::isInstance);
    band.getChildren().addFirst(TicketBadge.of(ticket, name));
    return band;
  }

  private LanguageView() {}
}
