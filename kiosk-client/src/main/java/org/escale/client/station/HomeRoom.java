package org.escale.client.station;

/**
 * Whether a visitor's home still has room for documents. It is called full a little before it is,
 * so that what she has open can still be saved; and has room again only when clearly more is free,
 * so that what she is told does not come and go.
 */
public record HomeRoom(boolean full) {

  public static final HomeRoom ENOUGH = new HomeRoom(false);

  private static final long LITTLE_BYTES = 8L * 1024 * 1024;
  private static final long PARTS_OF_A_LARGE_HOME = 50;

  /**
   * As it is now.
   *
   * @param sizeBytes of the whole home; 0 if it could not be looked at, and nothing has changed
   */
  public HomeRoom seen(long sizeBytes, long freeBytes) {
    if (sizeBytes <= 0) {
      return this;
    }
    long little = Math.max(LITTLE_BYTES, sizeBytes / PARTS_OF_A_LARGE_HOME);
    return new HomeRoom(freeBytes < (full ? 2 * little : little));
  }
}
