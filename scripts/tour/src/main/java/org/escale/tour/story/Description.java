package org.escale.tour.story;

import java.io.IOException;
import java.time.Instant;

/** What the shell says of its screen, for a demonstration. */
public interface Description {

  /**
   * The newest, as JSON.
   *
   * @throws IOException if there is none yet
   */
  byte[] read() throws IOException;

  /**
   * Since when it has been the same.
   *
   * @throws IOException if there is none yet
   */
  Instant changed() throws IOException;
}
