package org.escale.client.shell.look;

import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketColour;

/** A ticket's pictogram on its colour. Its name is always written beside it. */
public final class TicketBadge extends StackPane {

  private TicketBadge(TicketColour colour) {
    getStyleClass().addAll("ticket-badge", "ticket-" + colour.name().toLowerCase(Locale.ROOT));
  }

  private TicketBadge(PublicTicket ticket, String name) {
    this(ticket.colour());
    setId(ticket.pictogram() + "-" + ticket.colour());
    getChildren().add(Icon.of(picture(ticket.pictogram())));
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(name);
  }

  public static TicketBadge of(PublicTicket ticket, String name) {
    return new TicketBadge(ticket, name);
  }

  public static TicketBadge large(PublicTicket ticket, String name) {
    TicketBadge badge = new TicketBadge(ticket, name);
    badge.getStyleClass().add("large");
    return badge;
  }

  /** A colour alone; its name is always written beside it. */
  public static TicketBadge colour(TicketColour colour) {
    return new TicketBadge(colour);
  }

  private static String picture(Pictogram pictogram) {
    return switch (pictogram) {
      case AIRPLANE -> "airplane-fill";
      case BALLOON -> "balloon-fill";
      case BASKET -> "basket-fill";
      case BELL -> "bell-fill";
      case BICYCLE -> "bicycle";
      case BOOK -> "book-fill";
      case CAKE -> "cake-fill";
      case CAMERA -> "camera-fill";
      case CAR -> "car-front-fill";
      case CLOUD -> "cloud-fill";
      case COMPASS -> "compass-fill";
      case CUP -> "cup-hot-fill";
      case DROP -> "droplet-fill";
      case EYEGLASSES -> "eyeglasses";
      case FEATHER -> "feather";
      case FLAG -> "flag-fill";
      case FLOWER -> "flower1";
      case GEM -> "gem";
      case GIFT -> "gift-fill";
      case GLOBE -> "globe";
      case HAMMER -> "hammer";
      case HEADPHONES -> "headphones";
      // The other heart is drawn from points so far out that it would come out narrow.
      case HEART -> "suit-heart-fill";
      case HOUSE -> "house-fill";
      case KEY -> "key-fill";
      case LAMP -> "lamp-fill";
      case LIGHTBULB -> "lightbulb-fill";
      case MOON -> "moon-fill";
      case MUSIC -> "music-note-beamed";
      case PENCIL -> "pencil-fill";
      case PUZZLE -> "puzzle-fill";
      case ROCKET -> "rocket-fill";
      case SCISSORS -> "scissors";
      case STAR -> "star-fill";
      case SUITCASE -> "suitcase-fill";
      case SUN -> "sun-fill";
      case TRAIN -> "train-front-fill";
      case TREE -> "tree-fill";
      case TROPHY -> "trophy-fill";
      case UMBRELLA -> "umbrella-fill";
    };
  }
}
