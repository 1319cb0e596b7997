package org.escale.client.station;

import org.jspecify.annotations.Nullable;

/**
 * What a visit has outside its own walls, as far as its visitor should know before she leaves.
 *
 * @param printer she can print
 * @param printing how many of her documents are coming out of the printer now
 * @param waiting how many more wait for it
 * @param sticks she can use a stick here
 * @param stick the one she has put in, if any
 * @param saving what has become of her documents on their way to the stick
 * @param homeFull there is no room for more documents in the visit
 */
public record Outside(
    boolean printer,
    int printing,
    int waiting,
    boolean sticks,
    @Nullable Stick stick,
    Saving saving,
    boolean homeFull) {

  public static final Outside NOTHING = new Outside(false, 0, 0, false, null, Saving.NOT_BEGUN);

  /** Of a visit with room for its documents. */
  public Outside(
      boolean printer,
      int printing,
      int waiting,
      boolean sticks,
      @Nullable Stick stick,
      Saving saving) {
    this(printer, printing, waiting, sticks, stick, saving, false);
  }

  public Outside {
    if (printing < 0 || waiting < 0) {
      throw new IllegalArgumentException("fewer than no documents");
    }
  }

  /** Something is on its way that the wipe would cut off. */
  public boolean busy() {
    return saving.underWay() || printing > 0 || waiting > 0;
  }

  /** Her documents can be saved now. */
  public boolean canSave() {
    return stick != null && stick.state().writable() && !saving.underWay();
  }

  /** The stick can be made ready to be taken out now. */
  public boolean canEject() {
    return stick != null && stick.state().open() && !saving.underWay();
  }

  public boolean hasStick() {
    return stick != null;
  }

  /** She has put in a stick whose documents can be seen. */
  public boolean canOpenStick() {
    return stick != null && stick.state().open();
  }

  /** How many of her documents are still in the printer. */
  public int inPrinter() {
    return printing + waiting;
  }
}
