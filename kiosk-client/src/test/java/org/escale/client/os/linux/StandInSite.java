package org.escale.client.os.linux;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Plays an official site on the Internet's side of a visit: its page tells what it found of an
 * earlier visitor, then stores a cookie and more in the browser. Runs by itself, in a network
 * namespace of its own.
 */
final class StandInSite {

  private static final String PAGE =
      """
      <!doctype html><title>Stand-in</title><h1>Stand-in</h1>
      <script>
      const found = [document.cookie !== '', localStorage.getItem('escale') !== null];
      document.cookie = 'escale=planted; max-age=86400';
      localStorage.setItem('escale', 'planted');
      const request = indexedDB.open('escale', 1);
      request.onsuccess = () => fetch('/told?' + found.join(','));
      </script>
      """;

  /** As long as an official site may take, and longer than a new network needs to settle. */
  private static final Duration SLOWLY = Duration.ofSeconds(3);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private volatile List<String> handshakes = new CopyOnWriteArrayList<>();

  private StandInSite() {}

  public static void main(String[] arguments) throws IOException {
    StandInSite site = new StandInSite();
    HttpServer server = HttpServer.create(new InetSocketAddress(80), 0);
    server.createContext("/", exchange -> answer(exchange, "text/html", PAGE));
    server.createContext(
        "/handshakes",
        exchange -> answer(exchange, "text/plain", String.join("\n", site.handshakes)));
    server.createContext("/handshakes/forget", site::forgetHandshakes);
    server.createContext("/told", site::tell);
    server.createContext(
        "/log", exchange -> answer(exchange, "text/plain", String.join("\n", site.told)));
    server.start();
    Thread.ofVirtual().start(site::acceptHandshakes);
  }

  private void forgetHandshakes(HttpExchange exchange) throws IOException {
    handshakes = new CopyOnWriteArrayList<>();
    answer(exchange, "text/plain", "forgotten");
  }

  /** Speaks the language of no browser on the port for https: it just lets them wait. */
  private void acceptHandshakes() {
    try (ServerSocket door = new ServerSocket(443)) {
      while (true) {
        Socket socket = door.accept();
        List<String> now = handshakes;
        Thread.ofVirtual().start(() -> now.add(letWait(socket)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Never answers; says whether the browser waited for that, or broke off. */
  private static String letWait(Socket socket) {
    try {
      socket.setSoTimeout((int) SLOWLY.toMillis());
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return "broken off";
    } catch (SocketTimeoutException e) {
      return "waited";
    } catch (IOException e) {
      return "broken off";
    }
  }

  private void tell(HttpExchange exchange) throws IOException {
    told.add(exchange.getRequestURI().getQuery());
    answer(exchange, "text/plain", "thank you");
  }

  private static void answer(HttpExchange exchange, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
