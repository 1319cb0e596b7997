package org.escale.client.shell.booking;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.QrCode;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketSecret;

/** What a visitor keeps: picture, colour, digits, and the same for her telephone's camera. */
final class TicketCard {

  /**
   * @param text the whole ticket, for a camera
   */
  static Region keep(PublicTicket ticket, TicketSecret secret, String text, Words words) {
    String name = TicketName.of(ticket, words);
    HBox pictures =
        new HBox(TicketBadge.large(ticket, name), new QrCode(text, words.of("ticket.code")));
    pictures.getStyleClass().add("pictures");
    pictures.setAlignment(Pos.CENTER);
    return card(pictures, Say.lead(name).centred(), SecretDigits.shown(secret));
  }

  /** A ticket whose digits its holder knows. */
  static Region shown(PublicTicket ticket, Words words) {
    String name = TicketName.of(ticket, words);
    return card(TicketBadge.large(ticket, name), Say.lead(name).centred());
  }

  private static Region card(Node... parts) {
    VBox card = new VBox(parts);
    card.getStyleClass().addAll("card", "ticket");
    card.setAlignment(Pos.CENTER);
    return card;
  }

  static Node row(String icon, Sentence words) {
    HBox row = new HBox(Icon.of(icon), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("row");
    return row;
  }

  static VBox rows(Node... rows) {
    VBox all = new VBox(rows);
    all.getStyleClass().add("rows");
    all.setAlignment(Pos.CENTER_LEFT);
    return all;
  }

  private TicketCard() {}
}
