package org.escale.server.guides.web;

import io.javalin.config.RoutesConfig;
import org.escale.protocol.Protocol;
import org.escale.server.guides.Guides;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.StationJson;

/** The centre's guides, all at once. */
public final class GuideRoutes implements Routes {

  private final Guides guides;

  public GuideRoutes(Guides guides) {
    this.guides = guides;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(Protocol.GUIDES_PATH, ctx -> StationJson.answer(ctx, guides.catalogue()));
  }
}
