package org.escale.server.platform.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;

/** The one web server: TLS only, for stations and the console alike. */
public final class WebServer implements AutoCloseable {

  private static final long MAX_REQUEST_BYTES = 256 * 1024;
  private static final int MAX_THREADS = 100;
  private static final int MIN_THREADS = 8;
  private static final int IDLE_THREAD_MS = 30_000;
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * @param link adds what is not a plain question and answer, before the routes
   */
  public static WebServer start(
      InetSocketAddress address,
      SslContextFactory.Server tls,
      Consumer<ServletContextHandler> link,
      List<Routes> features)
      throws CannotStartException {
    Javalin javalin =
        Javalin.create(
            config -> {
              listen(config, address, tls);
              config.jetty.modifyServletContextHandler(
                  web -> web.setErrorHandler(new QuietErrors()));
              config.jetty.modifyServletContextHandler(link);
              serveFiles(config);
              new Manners().addTo(config.routes);
              features.forEach(feature -> feature.addTo(config.routes));
            });
    try {
      javalin.start();
      return new WebServer(javalin);
    } catch (JavalinBindException e) {
      throw new CannotStartException(
          Reason.PORT_TAKEN,
          "Port %d cannot be opened on %s; another program may use it."
              .formatted(address.getPort(), address.getHostString()),
          e);
    }
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }

  private static void listen(
      JavalinConfig config, InetSocketAddress address, SslContextFactory.Server tls) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = MAX_REQUEST_BYTES;
    config.http.prefer405over404 = true;
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_THREAD_MS);
    threads.setName("web");
    config.jetty.threadPool = threads;
    config.jetty.addConnector((server, http) -> connector(server, http, address, tls));
  }

  private static Connector connector(
      Server server,
      HttpConfiguration http,
      InetSocketAddress address,
      SslContextFactory.Server tls) {
    HttpConfiguration secure = new HttpConfiguration(http);
    secure.addCustomizer(new SecureRequestCustomizer());
    secure.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(
            server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secure));
    connector.setHost(address.getHostString());
    connector.setPort(address.getPort());
    return connector;
  }

  private static void serveFiles(JavalinConfig config) {
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/webjars";
          files.directory = "/META-INF/resources/webjars";
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", FOREVER);
        });
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/assets";
          files.directory = "/assets";
          files.location = Location.CLASSPATH;
          files.headers = Map.of("Cache-Control", FOREVER);
        });
  }
}
