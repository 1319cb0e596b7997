package org.escale.server.booking.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.escale.server.platform.http.MalformedRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Which of the days that can be looked at is asked for, and those beside it.
 *
 * @param previous null if it is the first
 * @param next null if it is the last
 */
record AskedDay(LocalDate day, @Nullable LocalDate previous, @Nullable LocalDate next) {

  /** Another day than these leads to the nearest of them. */
  static AskedDay of(Context ctx, List<LocalDate> days) {
    LocalDate asked = asked(ctx.queryParam("day"), days.getFirst());
    LocalDate day =
        days.stream().filter(each -> !each.isBefore(asked)).findFirst().orElse(days.getLast());
    int at = days.indexOf(day);
    return new AskedDay(
        day, at == 0 ? null : days.get(at - 1), at + 1 == days.size() ? null : days.get(at + 1));
  }

  private static LocalDate asked(@Nullable String text, LocalDate otherwise) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeException _) {
      throw new MalformedRequestException();
    }
  }
}
