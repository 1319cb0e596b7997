package org.escale.server.platform.words;

import java.util.Locale;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketColour;

/** A ticket said aloud: its shape and its colour. */
public final class TicketWords {

  /** For example {@code Clé violette}. */
  public static String name(PublicTicket ticket) {
    return shape(ticket.pictogram()) + " " + colour(ticket.colour(), form(ticket.pictogram()));
  }

  /** The style class that gives a ticket its colour. */
  public static String styleClass(TicketColour colour) {
    return "ticket-" + colour.name().toLowerCase(Locale.ROOT);
  }

  public static String shape(Pictogram pictogram) {
    return switch (pictogram) {
      case AIRPLANE -> "Avion";
      case BALLOON -> "Ballon";
      case BASKET -> "Panier";
      case BELL -> "Cloche";
      case BICYCLE -> "Vélo";
      case BOOK -> "Livre";
      case CAMERA -> "Appareil photo";
      case CUP -> "Tasse";
      case FLOWER -> "Fleur";
      case GIFT -> "Cadeau";
      case HEADPHONES -> "Casque";
      case HEART -> "Cœur";
      case HOUSE -> "Maison";
      case KEY -> "Clé";
      case LIGHTBULB -> "Ampoule";
      case MOON -> "Lune";
      case MUSIC -> "Musique";
      case PUZZLE -> "Puzzle";
      case SCISSORS -> "Ciseaux";
      case STAR -> "Étoile";
      case SUN -> "Soleil";
      case TRAIN -> "Train";
      case TREE -> "Arbre";
      case UMBRELLA -> "Parapluie";
    };
  }

  /** The icon of the set that draws this shape; the stations use the same. */
  public static String icon(Pictogram pictogram) {
    return switch (pictogram) {
      case AIRPLANE -> "airplane";
      case BALLOON -> "balloon";
      case BASKET -> "basket";
      case BELL -> "bell";
      case BICYCLE -> "bicycle";
      case BOOK -> "book";
      case CAMERA -> "camera";
      case CUP -> "cup-hot";
      case FLOWER -> "flower1";
      case GIFT -> "gift";
      case HEADPHONES -> "headphones";
      case HEART -> "heart";
      case HOUSE -> "house";
      case KEY -> "key";
      case LIGHTBULB -> "lightbulb";
      case MOON -> "moon";
      case MUSIC -> "music-note-beamed";
      case PUZZLE -> "puzzle";
      case SCISSORS -> "scissors";
      case STAR -> "star";
      case SUN -> "sun";
      case TRAIN -> "train-front";
      case TREE -> "tree";
      case UMBRELLA -> "umbrella";
    };
  }

  private static String colour(TicketColour colour, Form form) {
    return switch (colour) {
      case BLUE -> form.of("bleu", "bleue", "bleus");
      case GREEN -> form.of("vert", "verte", "verts");
      case ORANGE -> "orange";
      case PINK -> form.of("rose", "rose", "roses");
      case RED -> form.of("rouge", "rouge", "rouges");
      case VIOLET -> form.of("violet", "violette", "violets");
    };
  }

  /** How an adjective follows the name of a shape. */
  private enum Form {
    MASCULINE,
    FEMININE,
    PLURAL;

    String of(String masculine, String feminine, String plural) {
      return switch (this) {
        case MASCULINE -> masculine;
        case FEMININE -> feminine;
        case PLURAL -> plural;
      };
    }
  }

  private static Form form(Pictogram pictogram) {
    return switch (pictogram) {
      case BELL, CUP, FLOWER, HOUSE, KEY, LIGHTBULB, MOON, MUSIC, STAR -> Form.FEMININE;
      case SCISSORS -> Form.PLURAL;
      case AIRPLANE,
          BALLOON,
          BASKET,
          BICYCLE,
          BOOK,
          CAMERA,
          GIFT,
          HEADPHONES,
          HEART,
          PUZZLE,
          SUN,
          TRAIN,
          TREE,
          UMBRELLA ->
          Form.MASCULINE;
    };
  }

  private TicketWords() {}
}
