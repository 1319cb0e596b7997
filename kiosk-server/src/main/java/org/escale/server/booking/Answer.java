package org.escale.server.booking;

import java.util.function.Function;
import org.escale.protocol.RefusalReason;

/** What somebody asked for, or why not. */
public sealed interface Answer<T> {

  record Yes<T>(T value) implements Answer<T> {}

  record No<T>(RefusalReason reason) implements Answer<T> {}

  default boolean isYes() {
    return switch (this) {
      case Yes<T> _ -> true;
      case No<T> _ -> false;
    };
  }

  /** Asks further if the answer is yes. */
  default <U> Answer<U> then(Function<? super T, Answer<U>> further) {
    return switch (this) {
      case Yes<T>(T value) -> further.apply(value);
      case No<T>(RefusalReason reason) -> new No<>(reason);
    };
  }
}
