package org.escale.server.platform.http;

import io.javalin.config.RoutesConfig;

/** What a feature answers to. */
@FunctionalInterface
public interface Routes {

  void addTo(RoutesConfig routes);
}
