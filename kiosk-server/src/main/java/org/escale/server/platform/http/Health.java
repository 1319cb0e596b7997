package org.escale.server.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.HttpStatus;
import java.util.function.BooleanSupplier;

/** Says whether the server can do its work: the store reads and writes. */
public final class Health implements Routes {

  private final BooleanSupplier storeAnswers;

  public Health(BooleanSupplier storeAnswers) {
    this.storeAnswers = storeAnswers;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(
        "/healthz",
        ctx -> {
          boolean well = storeAnswers.getAsBoolean();
          ctx.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
              .contentType(ContentType.TEXT_PLAIN)
              .result(well ? "ok\n" : "the database does not answer\n");
        });
  }
}
