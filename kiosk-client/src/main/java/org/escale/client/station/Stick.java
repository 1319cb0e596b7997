package org.escale.client.station;

/**
 * A stick that a visitor has put in.
 *
 * @param label what she calls it; may be empty. Hers: for her screen alone
 * @param freeBytes how much more it holds
 */
public record Stick(String label, long freeBytes, State state) {

  /** How it can be used. */
  public enum State {
    READY(true, true),
    /** It cannot be written. */
    READ_ONLY(true, false),
    /** It holds nothing that this station can read. */
    NOT_READABLE(false, false),
    /** It was to be taken out, but something that she has open is on it. */
    IN_USE(true, true),
    /** It can be taken out. */
    EJECTED(false, false);

    private final boolean open;
    private final boolean writable;

    State(boolean open, boolean writable) {
      this.open = open;
      this.writable = writable;
    }

    /** Its documents can be seen. */
    public boolean open() {
      return open;
    }

    public boolean writable() {
      return writable;
    }
  }

  @Override
  public String toString() {
    return "Stick[" + state + "]";
  }
}
