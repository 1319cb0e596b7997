package org.escale.client.shell.goodbye;

import org.escale.client.ipc.ToShell.Screen.Erasing;
import org.escale.client.shell.journey.ScreenModel;

/** A visit is being erased, or the station makes itself clean at its start. */
public final class ErasingViewModel implements ScreenModel {

  private final Erasing erasing;

  public ErasingViewModel(Erasing erasing) {
    this.erasing = erasing;
  }

  @Override
  public String name() {
    return erasing.startUp() ? "starting" : "erasing";
  }

  /** The visitor's last page still comes out of the printer. */
  public boolean printing() {
    return erasing.printing();
  }

  /** Her stick is still in the computer. */
  public boolean stick() {
    return erasing.stick();
  }

  /** At its start the station knows nobody's language. */
  public boolean startUp() {
    return erasing.startUp();
  }
}
