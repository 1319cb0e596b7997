package org.escale.protocol;

/** The steps of a wipe, in order. */
public enum WipePhase {
  /** Every process of the visit is killed and gone. */
  BURST,
  /**
   * What lives outside the bubble is cleaned: display, network, keys, run folders. Meanwhile the
   * kernel frees the visit's memory.
   */
  OUTSIDE,
  /** What the visit filled of the memory is free again. */
  MEMORY,
  /** The finite list is looked at once more. */
  CHECK
}
