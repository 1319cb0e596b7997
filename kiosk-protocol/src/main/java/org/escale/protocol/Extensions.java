package org.escale.protocol;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions about more time for a visit that is under way, and the server's answers. */
public final class Extensions {

  /** Could this session have more time? */
  public record Question(SessionId session) {}

  /**
   * @param by how much one press would give; null if none can be given
   * @param why null if it can
   */
  public record Possible(@Nullable Duration by, @Nullable RefusalReason why) {}

  /**
   * More time, please.
   *
   * @param request the same id again gets the same answer, and time once
   */
  public record Wish(UUID request, SessionId session) {}

  /** Yes: an {@link Command.Extend} by as much comes over the link. */
  public record Granted(Duration by) {}

  private Extensions() {}
}
