package org.escale.server.opening;

/** Port: wants to know when opening hours or policy have changed. */
@FunctionalInterface
public interface OpeningListener {

  /** What holds now can be read from {@link Opening}. Must return soon and not fail. */
  void openingChanged();
}
