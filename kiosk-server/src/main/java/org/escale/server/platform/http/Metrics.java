package org.escale.server.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Figures about the program itself, for whoever looks after it; nothing about visitors. Given to
 * programs on the same machine, and to whoever knows the token of the settings.
 */
public final class Metrics implements Routes {

  private static final String STARTED = "escale.started";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final @Nullable String token;

  public Metrics(@Nullable String token) {
    this.token = token;
    new JvmMemoryMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  public MeterRegistry registry() {
    return registry;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.before(ctx -> ctx.attribute(STARTED, System.nanoTime()));
    routes.after(this::time);
    routes.get("/metrics", this::show);
  }

  private void show(Context ctx) {
    if (mayRead(ctx)) {
      ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    } else {
      ctx.status(HttpStatus.FORBIDDEN);
    }
  }

  private void time(Context ctx) {
    Long started = ctx.attribute(STARTED);
    if (started != null) {
      Timer.builder("escale.http.requests")
          .tag("path", ctx.endpoint().path)
          .tag("status", ctx.statusCode() / 100 + "xx")
          .register(registry)
          .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }
  }

  private boolean mayRead(Context ctx) {
    return InetAddress.ofLiteral(ctx.ip()).isLoopbackAddress()
        || (token != null && isToken(token, ctx.header("Authorization")));
  }

  private static boolean isToken(String token, @Nullable String header) {
    return header != null
        && MessageDigest.isEqual(
            ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
            header.getBytes(StandardCharsets.UTF_8));
  }
}
