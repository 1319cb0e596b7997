package org.escale.client.station.port;

/** A slip could not be printed. */
public class SlipPrinterException extends Exception {

  private static final long serialVersionUID = 1L;

  public SlipPrinterException(String what) {
    super(what);
  }

  public SlipPrinterException(String what, Throwable cause) {
    super(what, cause);
  }
}
