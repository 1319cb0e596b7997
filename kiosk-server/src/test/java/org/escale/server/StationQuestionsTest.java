package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.HOUR;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.escale.protocol.Command;
import org.escale.protocol.Extensions;
import org.escale.protocol.Guide;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Queueing;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.StationTrait;
import org.escale.protocol.TicketSecret;
import org.escale.protocol.Visits;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.booking.web.BookingRoutes;
import org.escale.server.guides.web.GuideRoutes;
import org.escale.server.platform.http.CallingStation;
import org.escale.server.platform.http.Routes;
import org.escale.server.platform.http.WebServer;
import org.escale.server.platform.trust.CentreAuthority;
import org.escale.server.platform.trust.ServerCertificate;
import org.escale.server.queue.web.QueueRoutes;
import org.escale.server.sessions.web.ExtensionRoutes;
import org.escale.server.sessions.web.VisitRoutes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stations ask over HTTPS, on the real web server; only who asks is taken at its word. */
class StationQuestionsTest {

  private static final String ASKER = "X-Asker";
  private static final Instant ELEVEN = Instant.parse("2026-11-02T11:00:00Z");

  private final ProtocolJson json = new ProtocolJson();
  private CentreInATest centre;
  private WebServer web;
  private HttpClient client;

  @BeforeEach
  void start(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
    CentreAuthority authority =
        CentreAuthority.open(
            dir, "Espace Test", List.of(), new SecureRandom(), InstantSource.system());
    Routes asker =
        routes ->
            routes.before(
                "/station/*",
                ctx ->
                    CallingStation.remember(ctx, StationId.of(String.valueOf(ctx.header(ASKER)))));
    web =
        WebServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new ServerCertificate(authority).tls(),
            _ -> {},
            List.of(
                asker,
                new BookingRoutes(centre.bookings, centre.offers),
                new VisitRoutes(centre.sessions, centre.unlockCodes),
                new QueueRoutes(centre.queue),
                new ExtensionRoutes(centre.moreTime),
                new GuideRoutes(centre.guides)));
    client = HttpClient.newBuilder().sslContext(trusting(authority)).build();
  }

  @AfterEach
  void stop() {
    client.close();
    web.close();
    centre.close();
  }

  @Test
  void givesOneSlotToExactlyOneOfSixteenInEveryRound() throws Exception {
    centre.places.remove(centre.two);
    for (int round = 0; round < 8; round++) {
      Instant start = ELEVEN.plus(HOUR.multipliedBy(round));
      List<Integer> statuses = bookedAtOnce(16, start);
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 409).hasSize(15);
    }
    assertThat(centre.diary.today())
        .extracting(line -> line.booking().station() + "@" + line.booking().startsAt())
        .doesNotHaveDuplicates();
  }

  @Test
  void givesSixteenWhoJoinTheQueueAtOneTimeAPlaceEach() throws Exception {
    centre.running(centre.one);
    centre.running(centre.two);

    List<Integer> statuses =
        atOnce(16, () -> post(Protocol.QUEUE_PATH, joining(Set.of())).statusCode());

    assertThat(statuses).containsOnly(200);
    assertThat(centre.queue.line())
        .hasSize(16)
        .extracting(each -> each.booking().ticket())
        .doesNotHaveDuplicates();
    assertThat(refusal(post(Protocol.QUEUE_PATH, joining(Set.of(StationTrait.WEBCAM)))))
        .isEqualTo(RefusalReason.NO_STATION_FITS);
  }

  @Test
  void saysWhetherAVisitCanHaveMoreTimeAndGivesItOnce() throws Exception {
    SessionId session = centre.running(centre.one);
    Extensions.Wish wish = new Extensions.Wish(UUID.randomUUID(), session);

    HttpResponse<String> question = post(Protocol.EXTENSION_PATH, new Extensions.Question(session));
    assertThat(json.read(question.body(), Extensions.Possible.class))
        .isEqualTo(new Extensions.Possible(Duration.ofMinutes(15), null));

    assertThat(atOnce(8, () -> post(Protocol.EXTEND_PATH, wish).statusCode())).containsOnly(200);

    assertThat(centre.stations.sent(Command.Extend.class)).hasSize(1);
  }

  @Test
  void givesAStationToExactlyOneOfSixteenWhoWantItNow() throws Exception {
    List<Integer> statuses =
        atOnce(
            16,
            () ->
                post(Protocol.WALK_INS_PATH, new Visits.TakeNow(UUID.randomUUID(), Language.FRENCH))
                    .statusCode());

    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status == 409).hasSize(15);
  }

  @Test
  void answersTheSameRequestAtOnceWithTheSameTicket() throws Exception {
    Visits.Book wish =
        new Visits.Book(
            UUID.randomUUID(), new Visits.Slot(ELEVEN, HOUR), Set.of(), null, Language.FRENCH);

    List<String> answers = atOnce(8, () -> post(Protocol.BOOKINGS_PATH, wish).body());

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(centre.diary.today()).hasSize(1);
  }

  @Test
  void leadsFromTheOfferToABookedVisit() throws Exception {
    Visits.Offer offer = json.read(get(Protocol.OFFER_PATH).body(), Visits.Offer.class);
    Visits.Booked booked =
        json.read(
            post(
                    Protocol.BOOKINGS_PATH,
                    new Visits.Book(
                        UUID.randomUUID(),
                        offer.slots().getFirst(),
                        Set.of(),
                        null,
                        Language.FRENCH))
                .body(),
            Visits.Booked.class);
    centre.clock.step(Duration.ofMinutes(15));

    HttpResponse<String> started =
        post(
            Protocol.BOOKING_START_PATH,
            new Visits.Start(UUID.randomUUID(), booked.ticket(), booked.secret(), Language.FRENCH));

    assertThat(started.statusCode()).isEqualTo(200);
    assertThat(json.read(started.body(), Visits.Granted.class).session())
        .isEqualTo(centre.stations.sent(Command.Unlock.class).getFirst().session());
  }

  @Test
  void refusesWithAReasonThatTheStationCanRead() throws Exception {
    Visits.Slot past = new Visits.Slot(ELEVEN.minus(HOUR.multipliedBy(3)), HOUR);

    HttpResponse<String> answer =
        post(
            Protocol.BOOKINGS_PATH,
            new Visits.Book(UUID.randomUUID(), past, Set.of(), null, Language.FRENCH));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(refusal(answer)).isEqualTo(RefusalReason.SLOT_IN_THE_PAST);
  }

  @Test
  void refusesDigitsOfNoTicket() throws Exception {
    Visits.Booked booked = CentreInATest.yes(centre.book(centre.one, "2026-11-02T11:00:00Z"));
    TicketSecret wrong =
        new TicketSecret(booked.secret().digits().equals("0000") ? "0001" : "0000");

    HttpResponse<String> answer =
        post(
            Protocol.BOOKING_START_PATH,
            new Visits.Start(UUID.randomUUID(), booked.ticket(), wrong, Language.FRENCH));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(refusal(answer)).isEqualTo(RefusalReason.TICKET_UNKNOWN);
  }

  @Test
  void refusesWhatIsNotAQuestion() throws Exception {
    for (String body :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            "{\"request\":\"" + UUID.randomUUID() + "\",\"language\":\"FRENCH\"}",
            "{\"request\":\"x\",\"slot\":{},\"language\":3}")) {
      HttpResponse<String> answer = postText(Protocol.BOOKINGS_PATH, body);

      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(refusal(answer)).isEqualTo(RefusalReason.MALFORMED_REQUEST);
    }
    assertThat(centre.diary.today()).isEmpty();
  }

  @Test
  void givesTheGuidesInEveryLanguage() throws Exception {
    Guide.Catalogue catalogue = json.read(get(Protocol.GUIDES_PATH).body(), Guide.Catalogue.class);

    assertThat(catalogue).isEqualTo(centre.guides.catalogue());
  }

  private List<Integer> bookedAtOnce(int times, Instant start) throws Exception {
    return atOnce(
        times,
        () ->
            post(
                    Protocol.BOOKINGS_PATH,
                    new Visits.Book(
                        UUID.randomUUID(),
                        new Visits.Slot(start, HOUR),
                        Set.of(),
                        null,
                        Language.FRENCH))
                .statusCode());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).GET().build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, Object message) throws Exception {
    return postText(path, json.write(message));
  }

  private HttpResponse<String> postText(String path, String body) throws Exception {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + web.port() + path))
        .header(ASKER, centre.one.toString());
  }

  private RefusalReason refusal(HttpResponse<String> answer) throws Exception {
    return json.read(answer.body(), Refusal.class).reason();
  }

  private static SSLContext trusting(CentreAuthority authority) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }

  private static Queueing.Join joining(Set<StationTrait> needs) {
    return new Queueing.Join(UUID.randomUUID(), needs, HOUR, Language.FRENCH);
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(Collections.nCopies(times, work))) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
