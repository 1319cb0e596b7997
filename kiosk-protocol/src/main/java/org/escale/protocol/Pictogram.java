package org.escale.protocol;

/** The shape on a ticket. Told apart without colour; named in every language by the interface. */
public enum Pictogram {
  AIRPLANE,
  BALLOON,
  BASKET,
  BELL,
  BICYCLE,
  BOOK,
  CAMERA,
  CUP,
  FLOWER,
  GIFT,
  HEADPHONES,
  HEART,
  HOUSE,
  KEY,
  LIGHTBULB,
  MOON,
  MUSIC,
  PUZZLE,
  SCISSORS,
  STAR,
  SUN,
  TRAIN,
  TREE,
  UMBRELLA
}
