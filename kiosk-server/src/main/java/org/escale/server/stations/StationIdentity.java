package org.escale.server.stations;

import java.util.Optional;
import org.escale.protocol.StationId;
import org.jspecify.annotations.Nullable;

/** Recognises a station by the secret that it got when it enrolled. */
public final class StationIdentity {

  private static final String BEARER = "Bearer ";
  private static final int MAX_SECRET = 100;

  private final StationStore store;

  public StationIdentity(StationStore store) {
    this.store = store;
  }

  /**
   * @param authorization the header of this name, if there is one
   */
  public Optional<StationId> of(@Nullable String authorization) {
    if (authorization == null
        || !authorization.startsWith(BEARER)
        || authorization.length() > BEARER.length() + MAX_SECRET) {
      return Optional.empty();
    }
    return store.withSecret(authorization.substring(BEARER.length()));
  }
}
