package org.escale.server.platform.trust;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;

/**
 * All that is served without TLS: one page in plain words on how to trust the centre's authority,
 * and its certificate. It asks nothing, so there is nothing to steal.
 */
public final class TrustPage implements AutoCloseable {

  private static final int THREADS = 2;
  private static final String CERTIFICATE_PATH = "/autorite.crt";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  private TrustPage(HttpServer server) {
    this.server = server;
  }

  /**
   * @param httpsPort where the console is
   */
  public static TrustPage start(
      CentreAuthority authority, InetSocketAddress address, int httpsPort, String centreName)
      throws CannotStartException {
    try {
      TrustPage page = new TrustPage(HttpServer.create(address, 0));
      page.serve(authority, httpsPort, centreName);
      return page;
    } catch (IOException e) {
      throw new CannotStartException(
          Reason.PORT_TAKEN,
          "Port %d cannot be opened for the help page; another program may use it."
              .formatted(address.getPort()),
          e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the authority's certificate has no encoding", e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void serve(CentreAuthority authority, int httpsPort, String centreName)
      throws IOException, CertificateEncodingException {
    byte[] certificate = authority.certificate().getEncoded();
    String page = template().replace("${centre}", escaped(centreName));
    server.setExecutor(threads);
    server.createContext(
        CERTIFICATE_PATH, exchange -> answer(exchange, "application/x-x509-ca-cert", certificate));
    server.createContext(
        "/",
        exchange ->
            answer(
                exchange,
                "text/html; charset=utf-8",
                page.replace("${console}", escaped(console(exchange, httpsPort)))
                    .getBytes(StandardCharsets.UTF_8)));
    server.start();
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", type);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set(
          "Content-Security-Policy", "default-src 'none'; style-src 'self' 'unsafe-inline'");
      headers.set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /** The console under the name or address that the browser has used to come here. */
  private static String console(HttpExchange exchange, int httpsPort) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    String name =
        host == null ? exchange.getLocalAddress().getHostString() : host.replaceAll(":\\d+$", "");
    return "https://" + name + ":" + httpsPort + "/";
  }

  private static String template() throws IOException {
    try (InputStream page = TrustPage.class.getResourceAsStream("trust-page.html")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
