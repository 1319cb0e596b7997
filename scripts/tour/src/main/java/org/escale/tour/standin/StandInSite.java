package org.escale.tour.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Plays the official sites: a portal, and the family-benefits site, which sets a cookie and local
 * storage, has a form to fill in and an attestation to download. It keeps nothing but how often
 * each page was asked for.
 *
 * <p>Arguments: address, port, key store, password of the key store. Says {@code ready} and its
 * port when it listens, and a line for each request: method and path, never what was typed.
 */
public final class StandInSite {

  private final AtomicInteger visitors = new AtomicInteger();

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    InetSocketAddress address = new InetSocketAddress(arguments[0], Integer.parseInt(arguments[1]));
    HttpsServer server = HttpsServer.create(address, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls(Path.of(arguments[2]), arguments[3].toCharArray())));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    StandInSite site = new StandInSite();
    server.createContext("/", site::answer);
    server.start();
    System.out.println("ready " + server.getAddress().getPort());
  }

  private static SSLContext tls(Path storePath, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(storePath)) {
      store.load(in, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String host = exchange.getRequestHeaders().getFirst("Host");
    System.out.println(exchange.getRequestMethod() + " " + host + path);
    exchange.getRequestBody().readAllBytes();
    switch (path) {
      case "/" -> {
        if (host != null && host.startsWith("www.service-public")) {
          page(exchange, "portal.html");
        } else {
          form(exchange);
        }
      }
      case "/declaration" -> page(exchange, "received.html");
      case "/attestation.txt" -> {
        exchange
            .getResponseHeaders()
            .set("Content-Disposition", "attachment; filename=attestation.txt");
        send(exchange, 200, "text/plain", resource("attestation.txt"));
      }
      default -> send(exchange, 404, "text/plain", "404".getBytes(StandardCharsets.UTF_8));
    }
  }

  private void form(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestHeaders().containsKey("Cookie")) {
      String cookie = "visit=" + visitors.incrementAndGet() + "; Max-Age=31536000; Secure";
      exchange.getResponseHeaders().put("Set-Cookie", List.of(cookie));
    }
    page(exchange, "form.html");
  }

  private static void page(HttpExchange exchange, String name) throws IOException {
    send(exchange, 200, "text/html", resource(name));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(StandInSite.class.getResourceAsStream("/standin/" + name), name)) {
      return in.readAllBytes();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
