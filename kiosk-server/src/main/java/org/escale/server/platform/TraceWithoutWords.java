package org.escale.server.platform;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a failure happened, without the messages of its exceptions: those may quote what somebody
 * typed or what a row holds.
 */
public final class TraceWithoutWords {

  private static final int MAX_FRAMES = 15;
  private static final int MAX_CAUSES = 5;

  public static String of(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      trace.append(depth == 0 ? "" : "\n caused by ").append(cause.getClass().getName());
      trace.append(
          Arrays.stream(cause.getStackTrace())
              .limit(MAX_FRAMES)
              .map(frame -> "\n   at " + frame)
              .collect(Collectors.joining()));
      cause = cause.getCause();
    }
    return trace.toString();
  }

  private TraceWithoutWords() {}
}
