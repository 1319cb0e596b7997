package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.StationStateName;
import org.escale.server.platform.page.PieceStream;
import org.junit.jupiter.api.Test;

/** Browsers that are gone without a word leave nothing running behind them. */
class LeavingBrowserTest {

  private static final int BROWSERS = 12;

  @Test
  void aLivePageIsLetGoWhenItsBrowserDisappears() throws Exception {
    try (TestServer server = TestServer.start()) {
      Enrolment.Answer station = server.enrol("Poste 1");
      try (TestLink link = TestLink.locked(server, station, 1)) {
        String cookies = cookiesOfStaff(server);
        List<SSLSocket> browsers = new ArrayList<>();
        for (int i = 0; i < BROWSERS; i++) {
          browsers.add(browserThatListens(server, cookies));
        }
        await().until(() -> threadsIn(PieceStream.class.getName()) == BROWSERS);

        // Each is gone while the room changes, so that some writes meet a browser that has left.
        for (SSLSocket browser : browsers) {
          change(link, StationStateName.WIPING);
          disappear(browser);
          change(link, StationStateName.LOCKED);
        }

        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> threadsIn(PieceStream.class.getName()) == 0);
        // An answer that is asked for again and again would keep its thread in here.
        await().during(Duration.ofSeconds(1)).until(() -> threadsIn("io.javalin.") == 0);
        assertThat(server.get(server.client(), "/display").statusCode()).isEqualTo(200);
      }
    }
  }

  private static String cookiesOfStaff(TestServer server) {
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    HttpClient browser =
        HttpClient.newBuilder()
            .sslContext(TestServer.contextTrusting(server.authority()))
            .cookieHandler(cookies)
            .build();
    String code = Objects.requireNonNull(server.assembly().setupCode());
    assertThat(new TestStaff(browser, server::uri).setUp(code).statusCode()).isEqualTo(303);
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  private static SSLSocket browserThatListens(TestServer server, String cookies)
      throws IOException {
    URI address = server.uri("/live/room");
    SSLSocket socket =
        (SSLSocket)
            TestServer.contextTrusting(server.authority())
                .getSocketFactory()
                .createSocket(address.getHost(), address.getPort());
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\nCookie: %s\r\n\r\n"
            .formatted(address.getPath(), address.getAuthority(), cookies);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    assertThat(lines.lines().filter(line -> line.startsWith("event:")).findFirst()).isPresent();
    return socket;
  }

  /** As a PC whose plug is pulled: the connection breaks, nobody says goodbye. */
  private static void disappear(SSLSocket browser) throws IOException {
    browser.setSoLinger(true, 0);
    browser.close();
  }

  private static void change(TestLink link, StationStateName state) {
    link.report(
        new Report.StateChanged(ReportId.random(), state, null, null, null, false, false, true));
  }

  private static long threadsIn(String code) {
    return Thread.getAllStackTraces().values().stream()
        .filter(
            stack -> Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(code)))
        .count();
  }
}
