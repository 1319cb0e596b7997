package org.escale.protocol;

/** Why a station cannot be used. {@link #code()} is short enough to read over the phone. */
public enum OutOfServiceReason {
  NOT_ENROLLED("P01"),
  WIPE_FAILED("P02"),
  BY_MEDIATOR("P03"),
  JOURNAL_NOT_WRITABLE("P04");

  private final String code;

  OutOfServiceReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
