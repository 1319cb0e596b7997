package org.escale.protocol;

/** What a station can offer to who needs it. */
public enum StationTrait {
  WHEELCHAIR_ACCESS,
  LARGE_SCREEN,
  PRINTER_NEAR,
  WEBCAM
}
