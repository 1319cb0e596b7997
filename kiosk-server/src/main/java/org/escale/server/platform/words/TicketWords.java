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
      case CAKE -> "Gâteau";
      case CAMERA -> "Appareil photo";
      case CAR -> "Voiture";
      case CLOUD -> "Nuage";
      case COMPASS -> "Boussole";
      case CUP -> "Tasse";
      case DROP -> "Goutte";
      case EYEGLASSES -> "Lunettes";
      case FEATHER -> "Plume";
      case FLAG -> "Drapeau";
      case FLOWER -> "Fleur";
      case GEM -> "Diamant";
      case GIFT -> "Cadeau";
      case GLOBE -> "Globe";
      case HAMMER -> "Marteau";
      case HEADPHONES -> "Casque";
      case HEART -> "Cœur";
      case HOUSE -> "Maison";
      case KEY -> "Clé";
      case LAMP -> "Lampe";
      case LIGHTBULB -> "Ampoule";
      case MOON -> "Lune";
      case MUSIC -> "Note";
      case PENCIL -> "Crayon";
      case PUZZLE -> "Puzzle";
      case ROCKET -> "Fusée";
      case SCISSORS -> "Ciseaux";
      case STAR -> "Étoile";
      case SUITCASE -> "Valise";
      case SUN -> "Soleil";
      case TRAIN -> "Train";
      case TREE -> "Arbre";
      case TROPHY -> "Coupe";
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
      case CAKE -> "cake";
      case CAMERA -> "camera";
      case CAR -> "car-front";
      case CLOUD -> "cloud";
      case COMPASS -> "compass";
      case CUP -> "cup-hot";
      case DROP -> "droplet";
      case EYEGLASSES -> "eyeglasses";
      case FEATHER -> "feather";
      case FLAG -> "flag";
      case FLOWER -> "flower1";
      case GEM -> "gem";
      case GIFT -> "gift";
      case GLOBE -> "globe";
      case HAMMER -> "hammer";
      case HEADPHONES -> "headphones";
      case HEART -> "heart";
      case HOUSE -> "house";
      case KEY -> "key";
      case LAMP -> "lamp";
      case LIGHTBULB -> "lightbulb";
      case MOON -> "moon";
      case MUSIC -> "music-note-beamed";
      case PENCIL -> "pencil";
      case PUZZLE -> "puzzle";
      case ROCKET -> "rocket";
      case SCISSORS -> "scissors";
      case STAR -> "star";
      case SUITCASE -> "suitcase";
      case SUN -> "sun";
      case TRAIN -> "train-front";
      case TREE -> "tree";
      case TROPHY -> "trophy";
      case UMBRELLA -> "umbrella";
    };
  }

  private static String colour(TicketColour colour, Form form) {
    return switch (colour) {
      case BLUE -> form.of("bleu", "bleue", "bleus", "bleues");
      case GREEN -> form.of("vert", "verte", "verts", "vertes");
      case ORANGE -> "orange";
      case PINK -> form.of("rose", "rose", "roses", "roses");
      case RED -> form.of("rouge", "rouge", "rouges", "rouges");
      case VIOLET -> form.of("violet", "violette", "violets", "violettes");
    };
  }

  /** How an adjective follows the name of a shape. */
  private enum Form {
    MASCULINE,
    FEMININE,
    PLURAL,
    FEMININE_PLURAL;

    String of(String masculine, String feminine, String plural, String femininePlural) {
      return switch (this) {
        case MASCULINE -> masculine;
        case FEMININE -> feminine;
        case PLURAL -> plural;
        case FEMININE_PLURAL -> femininePlural;
      };
    }
  }

  private static Form form(Pictogram pictogram) {
    return switch (pictogram) {
      case BELL,
          CAR,
          COMPASS,
          CUP,
          DROP,
          FEATHER,
          FLOWER,
          HOUSE,
          KEY,
          LAMP,
          LIGHTBULB,
          MOON,
          MUSIC,
          ROCKET,
          STAR,
          SUITCASE,
          TROPHY ->
          Form.FEMININE;
      case SCISSORS -> Form.PLURAL;
      case EYEGLASSES -> Form.FEMININE_PLURAL;
      case AIRPLANE,
          BALLOON,
          BASKET,
          BICYCLE,
          BOOK,
          CAKE,
          CAMERA,
          CLOUD,
          FLAG,
          GEM,
          GIFT,
          GLOBE,
          HAMMER,
          HEADPHONES,
          HEART,
          PENCIL,
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
