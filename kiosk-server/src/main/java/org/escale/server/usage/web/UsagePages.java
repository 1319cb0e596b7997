package org.escale.server.usage.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.escale.server.platform.http.MalformedRequestException;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.page.ConsolePages;
import org.escale.server.platform.page.Place;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.usage.Counter;
import org.escale.server.usage.DayUsage;
import org.escale.server.usage.UsageLedger;
import org.escale.server.usage.web.UsageView.Count;

/** What one day came to. */
public final class UsagePages implements Routes {

  private final UsageLedger ledger;
  private final UnaryOperator<String> titleOfGuide;

  /**
   * @param titleOfGuide by the guide's id, in the console's language
   */
  public UsagePages(UsageLedger ledger, UnaryOperator<String> titleOfGuide) {
    this.ledger = ledger;
    this.titleOfGuide = titleOfGuide;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/usage", this::show);
  }

  private void show(Context ctx) {
    LocalDate today = ledger.today();
    LocalDate day = day(ctx, today);
    ConsolePages.show(
        ctx, Place.USAGE, "usage/page.jte", Map.of("view", view(ledger.of(day), today)));
  }

  private static LocalDate day(Context ctx, LocalDate today) {
    String asked = ctx.queryParam("day");
    if (asked == null) {
      return today;
    }
    try {
      LocalDate day = LocalDate.parse(asked);
      return day.isAfter(today) ? today : day;
    } catch (DateTimeException _) {
      throw new MalformedRequestException();
    }
  }

  private UsageView view(DayUsage usage, LocalDate today) {
    LocalDate day = usage.day();
    return new UsageView(
        day,
        day.minusDays(1),
        day.isBefore(today) ? day.plusDays(1) : null,
        usage.count(Counter.VISITS),
        usage.used(),
        usage.count(Counter.HELP_ASKED),
        counts(usage),
        guides(usage));
  }

  private static List<Count> counts(DayUsage usage) {
    return List.of(
        new Count("Visites", usage.count(Counter.VISITS)),
        new Count("dont sans réservation", usage.count(Counter.WALK_INS)),
        new Count("dont en atelier", usage.count(Counter.WORKSHOP_VISITS)),
        new Count("Ateliers qui ont eu lieu", usage.count(Counter.WORKSHOPS)),
        new Count("Temps d’ordinateur en tout", TimeWords.length(usage.used())),
        new Count("Créneaux réservés", usage.count(Counter.BOOKINGS)),
        new Count("Demandes d’aide", usage.count(Counter.HELP_ASKED)),
        new Count(
            "Ouvertures sans suite (moins d’une minute)", usage.count(Counter.ABORTED_STARTS)),
        new Count("Effacements prouvés", usage.count(Counter.WIPES)),
        new Count("Effacements incomplets", usage.count(Counter.WIPES_WITH_RESIDUE)));
  }

  private List<Count> guides(DayUsage usage) {
    return usage.guides().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(entry -> new Count(titleOfGuide.apply(entry.getKey()), entry.getValue()))
        .toList();
  }
}
