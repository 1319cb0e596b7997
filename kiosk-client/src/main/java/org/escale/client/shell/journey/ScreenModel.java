package org.escale.client.shell.journey;

/** What every screen's view model can do. Knows nothing of windows. */
public interface ScreenModel {

  /** A stable name, for describing what is shown. */
  String name();

  /** Escape was pressed. */
  default void back() {}
}
