package org.escale.client.os.linux;

import org.escale.protocol.WipeItem;

/** One kind of thing that a visit can leave outside its bubble: its cleaner and its check. */
interface Leftover {

  /** Under what the receipt counts it. */
  WipeItem item();

  /** False on a machine that cannot have it; the receipt then does not speak of it. */
  default boolean isHere() throws LinuxException {
    return true;
  }

  /** True if it can be removed while the visit's programs, already killed, are still ending. */
  default boolean goesWithThePrograms() {
    return false;
  }

  /** Removes all of it, whoever's visit it was; returns how many there were. Idempotent. */
  int clean() throws LinuxException;

  /** How many there are. Changes nothing. */
  int count() throws LinuxException;
}
