package org.escale.protocol.codec;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells messages that lack a field from whole ones: only a field marked as nullable may be null.
 */
final class WholeRecords {

  static boolean isWhole(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Record message -> hasAllFields(message);
      case Collection<?> values -> values.stream().allMatch(WholeRecords::isWhole);
      case Map<?, ?> map -> map.values().stream().allMatch(WholeRecords::isWhole);
      default -> true;
    };
  }

  private static boolean hasAllFields(Record message) {
    for (RecordComponent field : message.getClass().getRecordComponents()) {
      Object value = valueOf(field, message);
      boolean absent =
          value == null && field.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!absent && !isWhole(value)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object valueOf(RecordComponent field, Record message) {
    try {
      field.getAccessor().setAccessible(true);
      return field.getAccessor().invoke(message);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "a field of " + message.getClass().getSimpleName() + " cannot be read", e);
    }
  }

  private WholeRecords() {}
}
