package org.escale.client.station;

/**
 * What has become of a visitor's documents on their way to her stick.
 *
 * @param copied how many are on the stick, whole
 * @param of how many she has
 */
public record Saving(State state, int copied, int of) {

  public static final Saving NOT_BEGUN = new Saving(State.NOT_BEGUN, 0, 0);

  /** How far it has come. */
  public enum State {
    NOT_BEGUN,
    UNDER_WAY,
    /** All of them are on the stick. */
    SAVED,
    /** She has none. */
    NOTHING_THERE,
    STICK_FULL,
    /** It was taken out, or broke. */
    STICK_GONE,
    /** Some could not be copied, for another reason. */
    NOT_ALL
  }

  public Saving {
    if (copied < 0 || of < copied) {
      throw new IllegalArgumentException("more copied than there are");
    }
  }

  public boolean underWay() {
    return state == State.UNDER_WAY;
  }
}
