package org.escale.client.station.port;

/** A small printer on which a visitor can keep her ticket. */
public interface SlipPrinter {

  /** Whether a slip would come out now. May block for some seconds. */
  boolean isThere();

  /**
   * Hands the slip to the printer; keeps no copy of it.
   *
   * @param page a PNG picture
   */
  void print(byte[] page) throws SlipPrinterException;
}
