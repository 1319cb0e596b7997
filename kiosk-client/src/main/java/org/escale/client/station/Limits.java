package org.escale.client.station;

import java.time.Duration;

/**
 * How long and how often.
 *
 * @param grace the last part of a slot, for saving and printing only
 * @param kept what a visitor keeps for work when her session is shortened
 * @param goodbye how long goodbye stays when nobody presses anything
 * @param hidden how long a visit stays covered before it is erased
 * @param nobodyProven how long before that the mediators are told
 * @param wrongTries after so many wrong digits only a mediator can uncover
 * @param opening a visit that takes longer to start has failed
 * @param wiping a wipe that takes longer has failed
 * @param retry how long a station that could not be proven clean waits before it tries again
 */
public record Limits(
    Duration grace,
    Duration kept,
    Duration goodbye,
    Duration hidden,
    Duration nobodyProven,
    int wrongTries,
    Duration opening,
    Duration wiping,
    Duration retry) {

  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(60),
          Duration.ofMinutes(1),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofMinutes(2),
          5,
          Duration.ofSeconds(60),
          Duration.ofMinutes(5),
          Duration.ofMinutes(5));

  /** A short slot keeps at least four fifths for work. */
  Duration graceOf(Duration granted) {
    Duration fifth = granted.dividedBy(5);
    return fifth.compareTo(grace) < 0 ? fifth : grace;
  }
}
