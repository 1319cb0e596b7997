package org.escale.tour.story;

/** A visitor's hands. */
public interface Hands {

  void click(int x, int y);

  void type(String text);

  /** A key by its name, or several at once with plus signs between. */
  void press(String key);
}
