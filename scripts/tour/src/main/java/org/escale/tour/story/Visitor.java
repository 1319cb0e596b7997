package org.escale.tour.story;

import java.time.Duration;
import java.util.regex.Pattern;
import org.escale.tour.room.OuterDisplay;

/** A visitor in front of the station: looks, presses, types. */
public final class Visitor {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Eyes eyes;
  private final Hands hands;
  private final Duration patience;

  public Visitor(OuterDisplay display, Eyes eyes) {
    this(new XtestHands(display), eyes, PATIENCE);
  }

  /**
   * @param patience how long she waits for a screen or a button
   */
  public Visitor(Hands hands, Eyes eyes, Duration patience) {
    this.eyes = eyes;
    this.hands = hands;
    this.patience = patience;
  }

  public void sees(String screen) {
    eyes.awaitScreen(screen, patience);
  }

  /** Waits until this can be pressed and clicks on it. */
  public void presses(String id) {
    Eyes.Spot spot = finds(id);
    hands.click(spot.x(), spot.y());
  }

  /** Waits until this can be pressed and sees where. */
  public Eyes.Spot finds(String id) {
    return eyes.awaitPressable(id, patience);
  }

  /** Only looks whether it can be pressed. */
  public void canPress(String id) {
    finds(id);
  }

  /** Does not wait. */
  public boolean canPressNow(String id) {
    return eyes.canPressNow(id);
  }

  /** The name of the screen now. */
  public String looks() {
    return eyes.screen();
  }

  /** Does not wait. */
  public boolean seesNow(String screen) {
    return eyes.screen().equals(screen);
  }

  /** The ticket on the screen, as she writes it down. */
  public Noted notes() {
    return eyes.awaitTicket(patience);
  }

  /** The digits alone, which also stand beside a visit until she has noted them. */
  public String notesDigits() {
    return eyes.awaitDigits(patience);
  }

  /** Reads the sentence on the screen in which this is found. */
  public String reads(String words) {
    return eyes.awaitWords(Pattern.compile(words), patience);
  }

  /** A ticket on a scrap of paper. */
  public record Noted(String pictogram, String colour, String digits) {

    /**
     * @param name picture, then colour, with a hyphen between them
     */
    static Noted of(String name, String digits) {
      String[] parts = name.split("-", 2);
      return new Noted(parts[0], parts[1], digits);
    }
  }

  public void clicksAt(int x, int y) {
    hands.click(x, y);
  }

  public void types(String text) {
    hands.type(text);
  }

  public void key(String key) {
    hands.press(key);
  }
}
