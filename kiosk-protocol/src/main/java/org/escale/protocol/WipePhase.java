package org.escale.protocol;

/** The steps of a wipe, in order. */
public enum WipePhase {
  /** Every process of the visit is killed and gone. */
  BURST,
  /** The memory that the visit filled is free again. */
  MEMORY,
  /** What lives outside the bubble is cleaned: display, network, keys, run folders. */
  OUTSIDE,
  /** The finite list is looked at once more. */
  CHECK
}
