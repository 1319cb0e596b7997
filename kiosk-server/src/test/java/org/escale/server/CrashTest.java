package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Visits;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.platform.trust.CentreAuthority;
import org.escale.server.stations.StationEnrolment;
import org.escale.server.stations.jdbc.JdbcEnrolments;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed while many book: whoever was told "yes" has her slot, and nothing is half.
 */
class CrashTest {

  private static final ProtocolJson JSON = new ProtocolJson();
  private static final int STATIONS = 6;
  private static final int ASKERS = 8;
  private static final int BOOKED_BEFORE_THE_KILL = 12;

  private final Set<String> promised = ConcurrentHashMap.newKeySet();
  private final CountDownLatch enough = new CountDownLatch(BOOKED_BEFORE_THE_KILL);

  @TempDir Path dir;

  @RepeatedTest(2)
  void bookingsAndCellsAgreeAfterAKillInTheMiddle() throws Exception {
    try (ChildServer server =
        ChildServer.serve(
            ChildServer.onFreePorts(dir, "--zone", TestServer.whereItIsMorning().getId()))) {
      int port = server.awaitPort();
      Door door = new Door(trustingClient(), port);
      List<Enrolment.Answer> stations = enrol(door);
      try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
        for (int i = 0; i < ASKERS; i++) {
          Enrolment.Answer station = stations.get(i % STATIONS);
          askers.execute(() -> bookUntilTheServerIsGone(door, station));
        }
        boolean booked = enough.await(60, TimeUnit.SECONDS);
        server.kill();
        assertThat(booked).isTrue();
      }
    }

    try (Database database = Database.open(dir.resolve("escale.db"))) {
      assertThat(rows(database, "PRAGMA integrity_check")).containsExactly("ok");
      assertThat(rows(database, "SELECT id FROM booking")).containsAll(promised);
      assertThat(rows(database, BOOKINGS_WITH_OTHER_CELLS)).isEmpty();
      assertThat(rows(database, CELLS_OUTSIDE_THEIR_BOOKING)).isEmpty();
    }
  }

  private static final String BOOKINGS_WITH_OTHER_CELLS =
      """
      SELECT id FROM booking
      WHERE (SELECT count(*) FROM booking_cell WHERE booking = booking.id)
            <> (booking.ends_at - booking.starts_at) / 900\
      """;

  private static final String CELLS_OUTSIDE_THEIR_BOOKING =
      """
      SELECT booking FROM booking_cell AS cell
      WHERE NOT EXISTS (SELECT 1 FROM booking
                        WHERE id = cell.booking AND station = cell.station
                          AND cell.quarter_hour * 900 >= starts_at
                          AND cell.quarter_hour * 900 < ends_at)\
      """;

  private List<Enrolment.Answer> enrol(Door door) throws Exception {
    List<Enrolment.Answer> stations = new ArrayList<>();
    for (String secret : codes()) {
      HttpResponse<String> answer =
          door.ask(Protocol.ENROL_PATH, "none", JSON.write(new Enrolment.Request(secret, "0.1.0")));
      stations.add(JSON.read(answer.body(), Enrolment.Answer.class));
    }
    return stations;
  }

  /** Issued beside the running server, as the program's own command does. */
  private List<String> codes() throws Exception {
    InstantSource clock = InstantSource.system();
    try (Database database = Database.open(dir.resolve("escale.db"))) {
      StationEnrolment enrolment =
          new StationEnrolment(
              new JdbcEnrolments(database, CentreId.of(database, clock)),
              authority().publicKey(),
              new SecureRandom(),
              clock);
      return IntStream.rangeClosed(1, STATIONS)
          .mapToObj(number -> enrolment.issueCode("Poste " + number).secret())
          .toList();
    }
  }

  private void bookUntilTheServerIsGone(Door door, Enrolment.Answer station) {
    String bearer = TestServer.bearer(station);
    try {
      while (true) {
        Visits.Offer offer =
            JSON.read(door.get(Protocol.OFFER_PATH, bearer).body(), Visits.Offer.class);
        for (Visits.Slot slot : offer.slots()) {
          Visits.Book wish =
              new Visits.Book(UUID.randomUUID(), slot, Set.of(), null, Language.FRENCH);
          HttpResponse<String> answer = door.ask(Protocol.BOOKINGS_PATH, bearer, JSON.write(wish));
          if (answer.statusCode() == 200) {
            promised.add(JSON.read(answer.body(), Visits.Booked.class).booking().toString());
            enough.countDown();
          }
        }
      }
    } catch (Exception e) {
      // The server is gone: what this test waits for.
    }
  }

  /** The way to the server, as a station has it. */
  private record Door(HttpClient client, int port) {

    HttpResponse<String> get(String path, String bearer) throws Exception {
      return client.send(
          HttpRequest.newBuilder(uri(path)).header("Authorization", bearer).build(),
          BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String path, String bearer, String body) throws Exception {
      return client.send(
          HttpRequest.newBuilder(uri(path))
              .header("Authorization", bearer)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }

    private URI uri(String path) {
      return URI.create("https://127.0.0.1:" + port + path);
    }
  }

  private HttpClient trustingClient() throws Exception {
    return TestServer.clientTrusting(authority().certificate());
  }

  private CentreAuthority authority() throws Exception {
    return CentreAuthority.open(
        dir, "Escale", List.of(), new SecureRandom(), InstantSource.system());
  }

  private static List<String> rows(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
