package org.escale.client.station.port;

/** A small printer on which a visitor can keep her ticket. */
public interface SlipPrinter {

  /** Whether a slip would come out now. May block for some seconds. */
  boolean isThere();

  /**
   * Prints the slip, and returns when it is out; one that does not come out in time is taken back.
   * Keeps no copy of it. Blocks.
   *
   * @param page a PNG picture
   */
  void print(byte[] page) throws SlipPrinterException;
}
