package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.escale.protocol.BookingId;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Language;
import org.escale.protocol.Protocol;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.StationId;
import org.escale.protocol.Visits;
import org.escale.protocol.codec.ProtocolJson;
import org.junit.jupiter.api.Test;

/** Many visitors press the same slot at once, again and again, on the real server. */
class OneSlotForManyTest {

  private static final int CLIENTS = 32;
  private static final int ROUNDS = 1_000;
  private static final int STATIONS = 8;
  private static final Duration HOUR = Duration.ofHours(1);

  private final ProtocolJson json = new ProtocolJson();

  @Test
  void givesOneSlotToExactlyOneOfThirtyTwoInEachOfAThousandRounds() throws Exception {
    try (TestServer server = TestServer.start();
        HttpClient client = server.client();
        ExecutorService visitors = Executors.newFixedThreadPool(CLIENTS)) {
      List<Enrolment.Answer> stations = new ArrayList<>();
      for (int i = 1; i <= STATIONS; i++) {
        stations.add(server.enrol("Poste " + i));
      }
      Instant first = server.clock().instant().truncatedTo(ChronoUnit.HOURS).plus(HOUR);
      Set<BookingId> booked = new HashSet<>();

      for (int round = 0; round < ROUNDS; round++) {
        StationId wanted = stations.get(round % STATIONS).station();
        Instant start = first.plus(HOUR.multipliedBy(round / STATIONS));
        Visits.Slot slot = new Visits.Slot(start, HOUR);
        CyclicBarrier together = new CyclicBarrier(CLIENTS);
        Callable<HttpResponse<String>> press =
            () -> {
              together.await();
              return server.post(
                  client,
                  Protocol.BOOKINGS_PATH,
                  new Visits.Book(UUID.randomUUID(), slot, Set.of(), wanted, Language.FRENCH),
                  "Authorization",
                  TestServer.bearer(stations.getFirst()));
            };

        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer :
            visitors.invokeAll(Collections.nCopies(CLIENTS, press))) {
          answers.add(answer.get());
        }

        booked.add(theOneWinner(answers, slot));
      }

      assertThat(booked).hasSize(ROUNDS);
    }
  }

  private BookingId theOneWinner(List<HttpResponse<String>> answers, Visits.Slot slot)
      throws Exception {
    List<Visits.Booked> winners = new ArrayList<>();
    for (HttpResponse<String> answer : answers) {
      if (answer.statusCode() == 200) {
        winners.add(json.read(answer.body(), Visits.Booked.class));
        continue;
      }
      Refusal refusal = json.read(answer.body(), Refusal.class);
      assertThat(refusal.reason()).isEqualTo(RefusalReason.SLOT_JUST_TAKEN);
      assertThat(refusal.alternatives()).isNotEmpty().doesNotContain(slot);
    }
    assertThat(winners).hasSize(1);
    return winners.getFirst().booking();
  }
}
