package org.escale.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.escale.protocol.Enrolment;
import org.escale.protocol.EnrolmentCode;
import org.escale.protocol.Protocol;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.ServerConfig.Opening;
import org.escale.server.platform.CannotStartException;
import org.escale.server.stations.ReportListener;
import org.escale.server.stations.Room;
import org.escale.server.stations.StationLinks;
import org.escale.server.stations.link.LinkTimes;

/** The real server on free ports and a fresh data folder, and clients that trust its authority. */
public final class TestServer implements AutoCloseable {

  private static final int MORNING_HOUR = 9;
  private static final ProtocolJson JSON = new ProtocolJson();

  private final Path dataDir;
  private final TestClock clock = new TestClock();
  private ServerAssembly server;

  private TestServer(Path dataDir, LinkTimes times) {
    this.dataDir = dataDir;
    this.server = assemble(times);
  }

  /** One server for all the tests that do not mind sharing it; stops with the JVM. */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  public static TestServer start() {
    return start(LinkTimes.standard());
  }

  public static TestServer start(LinkTimes times) {
    try {
      return new TestServer(Files.createTempDirectory("escale-server"), times);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops and starts on the same data, on other ports. */
  public void restart() {
    server.close();
    server = assemble(LinkTimes.standard());
  }

  public Path dataDir() {
    return dataDir;
  }

  public TestClock clock() {
    return clock;
  }

  public ServerAssembly assembly() {
    return server;
  }

  public Room room() {
    return server.room();
  }

  public StationLinks links() {
    return server.links();
  }

  /** Who is told of every report; a test may add itself. */
  public List<ReportListener> reportListeners() {
    return server.reportListeners();
  }

  /** A fresh code to enrol a station. */
  public EnrolmentCode enrolmentCode(String stationName) {
    return server.enrolment().issueCode(stationName);
  }

  /** For example {@code /login}, at 127.0.0.1. */
  public URI uri(String path) {
    return URI.create("https://127.0.0.1:" + server.httpsPort() + path);
  }

  public URI linkUri() {
    return URI.create("wss://127.0.0.1:" + server.httpsPort() + Protocol.LINK_PATH);
  }

  public URI trustPageUri(String path) {
    return URI.create("http://127.0.0.1:" + server.httpPort() + path);
  }

  public X509Certificate authority() {
    return server.authority().certificate();
  }

  /** A fresh client, with cookies of its own, that trusts this centre's authority alone. */
  public HttpClient client() {
    return clientTrusting(authority());
  }

  public static HttpClient clientTrusting(X509Certificate authority) {
    return HttpClient.newBuilder()
        .sslContext(contextTrusting(authority))
        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
        .connectTimeout(Duration.ofSeconds(20))
        .build();
  }

  public static SSLContext contextTrusting(X509Certificate authority) {
    try {
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("authority", authority);
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Enrols a station over the network, as a PC does. */
  public Enrolment.Answer enrol(String stationName) {
    String secret = enrolmentCode(stationName).secret();
    HttpResponse<String> answer =
        post(client(), Protocol.ENROL_PATH, new Enrolment.Request(secret, "0.1.0"));
    if (answer.statusCode() != 200) {
      throw new AssertionError("not enrolled: " + answer.statusCode());
    }
    try {
      return JSON.read(answer.body(), Enrolment.Answer.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public HttpResponse<String> get(HttpClient client, String path, String... headers) {
    return send(client, withHeaders(HttpRequest.newBuilder(uri(path)), headers).build());
  }

  /** Posts a message as JSON. */
  public HttpResponse<String> post(
      HttpClient client, String path, Object message, String... headers) {
    return send(
        client,
        withHeaders(HttpRequest.newBuilder(uri(path)), headers)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.write(message)))
            .build());
  }

  public static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The header by which a station proves who it is. */
  public static String bearer(Enrolment.Answer enrolled) {
    return "Bearer " + enrolled.secret();
  }

  @Override
  public void close() {
    server.close();
    try (Stream<Path> files = Files.walk(dataDir)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServerAssembly assemble(LinkTimes times) {
    try {
      return ServerAssembly.start(
          new ServerConfig(
              dataDir,
              "Espace Test",
              whereItIsMorning(),
              "0.0.0.0",
              0,
              0,
              Duration.ofHours(1),
              new Opening(0, Opening.MINUTES_OF_DAY),
              List.of(),
              null,
              null),
          clock,
          times);
    } catch (CannotStartException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A zone where the day is long enough for a visit, whenever the test runs. */
  public static ZoneId whereItIsMorning() {
    int hour = InstantSource.system().instant().atZone(ZoneOffset.UTC).getHour();
    return ZoneOffset.ofHours(MORNING_HOUR - hour);
  }

  private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static final class Shared {

    static final TestServer SERVER = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }
}
