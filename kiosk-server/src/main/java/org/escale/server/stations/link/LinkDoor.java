package org.escale.server.stations.link;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServerContainer;
import org.eclipse.jetty.ee10.websocket.server.config.JettyWebSocketServletContainerInitializer;
import org.escale.protocol.Protocol;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.codec.FrameCodec;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.platform.http.StationJson;
import org.escale.server.stations.StationIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens a WebSocket to stations that have proven who they are. It talks to Jetty itself, for
 * Javalin's WebSockets hide pongs, by which we know that a station is alive, and refuse a large
 * frame before we can say why.
 */
public final class LinkDoor implements Filter {

  private static final Logger log = LoggerFactory.getLogger(LinkDoor.class);

  private final StationIdentity identity;
  private final Switchboard switchboard;
  private final FrameCodec codec = new FrameCodec();
  private final ProtocolJson json = new ProtocolJson();

  public LinkDoor(StationIdentity identity, Switchboard switchboard) {
    this.identity = identity;
    this.switchboard = switchboard;
  }

  public void addTo(ServletContextHandler web) {
    JettyWebSocketServletContainerInitializer.configure(web, null);
    web.addFilter(new FilterHolder(this), Protocol.LINK_PATH, EnumSet.of(DispatcherType.REQUEST));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest question = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Optional<StationId> station = identity.of(question.getHeader("Authorization"));
    if (station.isEmpty()) {
      log.info("A link was refused: {}.", RefusalReason.STATION_SECRET_WRONG);
      refuse(answer, RefusalReason.STATION_SECRET_WRONG);
      return;
    }
    boolean upgraded =
        JettyWebSocketServerContainer.getContainer(question.getServletContext())
            .upgrade(
                (_, _) -> new StationLink(station.get(), switchboard, codec), question, answer);
    if (!upgraded && !answer.isCommitted()) {
      refuse(answer, RefusalReason.MALFORMED_REQUEST);
    }
  }

  private void refuse(HttpServletResponse answer, RefusalReason reason) throws IOException {
    answer.setStatus(StationJson.statusOf(reason).getCode());
    answer.setContentType("application/json");
    answer.getWriter().write(json.write(new Refusal(reason)));
  }
}
