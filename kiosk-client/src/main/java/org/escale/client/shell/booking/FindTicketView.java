package org.escale.client.shell.booking;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Keypad;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Refusals;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketColour;

/** Six colours, then all the pictures in that colour, then the digits: nothing is scrolled. */
public final class FindTicketView {

  private static final int PICTURES_ACROSS = 8;

  private final FindTicketViewModel model;
  private final Words words;

  private FindTicketView(FindTicketViewModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  public static Parent of(FindTicketViewModel model, Surroundings around) {
    return new FindTicketView(model, around.words()).build(around);
  }

  private Parent build(Surroundings around) {
    Page page =
        new Page(around)
            .footer(Pressable.back(words.of("back"), model::back), Page.askAtDesk(words));
    return switch (model.step()) {
      case FindTicketViewModel.Step.Colour _ ->
          page.middle(Say.heading(words.of("find.colour")), Page.growing(colours()));
      case FindTicketViewModel.Step.Picture(var colour) ->
          page.middle(Say.heading(words.of("find.picture")), Page.growing(pictures(colour)));
      case FindTicketViewModel.Step.Digits(var ticket) -> typing(page, ticket);
    };
  }

  private Columns colours() {
    List<Node> answers = new ArrayList<>();
    for (TicketColour colour : TicketColour.values()) {
      answers.add(
          Pressable.badgeAnswer(
              "colour-" + colour,
              TicketBadge.colour(colour),
              model.words(colour),
              () -> model.choose(colour)));
    }
    return Columns.of(answers, 3);
  }

  private Columns pictures(TicketColour colour) {
    List<Node> answers = new ArrayList<>();
    for (Pictogram pictogram : Pictogram.values()) {
      PublicTicket ticket = new PublicTicket(pictogram, colour);
      answers.add(
          Pressable.badgeKey(
              "picture-" + pictogram,
              TicketBadge.of(ticket, model.words(ticket)),
              model.words(ticket),
              () -> model.choose(pictogram, colour)));
    }
    Columns all = Columns.of(answers, PICTURES_ACROSS);
    all.getStyleClass().add("pictograms");
    return all;
  }

  private Page typing(Page page, PublicTicket ticket) {
    VBox asked =
        new VBox(
            Say.heading(words.of("digits.question")),
            TicketBadge.large(ticket, model.words(ticket)),
            Say.lead(model.words(ticket)),
            SecretDigits.typed(model.digits()),
            Refusals.of(model.desk().refusalProperty(), words));
    asked.getStyleClass().add("rows");
    asked.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(asked, Priority.ALWAYS);
    Keypad keypad = new Keypad(model.digits(), words);
    keypad.disableProperty().bind(model.desk().waitingProperty());
    HBox both = new HBox(asked, keypad);
    both.getStyleClass().add("beside");
    both.setAlignment(Pos.CENTER);
    Keypad.listen(page, model.digits());
    return page.middle(both);
  }
}
