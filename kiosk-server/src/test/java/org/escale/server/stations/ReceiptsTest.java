package org.escale.server.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Report;
import org.escale.protocol.ReportId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeReceipt;
import org.escale.server.TestLink;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.escale.server.console.SampleReceipts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a station has proven, sent over its link and read on the console. */
class ReceiptsTest {

  private final TestServer server = TestServer.start();
  private final Enrolment.Answer station = server.enrol("Poste 1");
  private TestStaff staff;

  @BeforeEach
  void signIn() {
    staff = TestStaff.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aStationWithoutAReceiptSaysSo() {
    assertThat(page()).contains("Aucun effacement de ce poste n’est prouvé");
  }

  @Test
  void everyReceiptIsShownWithResidueCountsAndTimes() {
    WipeReceipt receipt = SampleReceipts.receipt(7, 0);

    send(receipt);

    assertThat(page())
        .contains("Le dernier effacement est prouvé", "rien n’est resté")
        .contains("data-receipt=\"7\" data-residue=\"0\" data-total-ms=\"2400\"")
        .contains("n° 7", "résidu 0", "Mémoire partagée : 1", "Tout fermer : 240\u00a0ms")
        .contains("2,4\u00a0s", "0.1.0")
        .contains("17 sortes de traces regardées, 32 trouvées et effacées")
        .contains("Regardé, rien trouvé : programmes, écran de la visite")
        .doesNotContain(String.valueOf(receipt.session()), String.valueOf(receipt.order()));
  }

  @Test
  void theNewestReceiptComesFirstAndAnIncompleteOneIsSaidPlainly() {
    send(SampleReceipts.receipt(1, 0));
    send(SampleReceipts.receipt(2, 3));

    assertThat(page())
        .contains("Le dernier effacement n’est pas complet", "résidu 3 (Programmes\u00a0: 3)")
        .contains("<li>Programmes : 3</li>")
        .containsSubsequence("data-receipt=\"2\"", "data-receipt=\"1\"");
  }

  @Test
  void theRoomSaysWhatIsLeftAtAStationThatIsNotClean() {
    send(SampleReceipts.receipt(1, 3));

    assertThat(staff.get("/").body())
        .contains("Échec à")
        .contains("Reste\u00a0: Programmes\u00a0: 3");
  }

  @Test
  void receiptsThatFollowEachOtherAreNotBlamed() {
    WipeReceipt first = SampleReceipts.receipt(1, 0);
    send(first);
    send(SampleReceipts.after(first, 2));

    assertThat(page())
        .contains("rien n’est resté")
        .doesNotContain("le reçu n°", "changé après coup");
  }

  @Test
  void oneThatIsMissingAndOneThatWasChangedAreNamed() {
    send(SampleReceipts.receipt(1, 0));
    send(SampleReceipts.after(SampleReceipts.receipt(1, 1), 2));
    send(SampleReceipts.receipt(4, 0));

    assertThat(page())
        .contains("Faites vérifier ce poste")
        .containsSubsequence("n° 4", "le reçu n°\u00a03 manque", "n° 1", "changé après coup");
  }

  @Test
  void whatIsKeptOfAReceiptStillHasItsSeal() {
    WipeReceipt sent = SampleReceipts.after(SampleReceipts.receipt(6, 0), 7);

    send(sent);

    assertThat(server.room().receipts(station.station(), 1))
        .extracting(WipeReceipt::seal)
        .containsExactly(sent.seal());
  }

  @Test
  void whatIsKeptOfAFailedWipeSaysWhatWasLeft() {
    WipeReceipt sent = SampleReceipts.receipt(8, 2);

    send(sent);

    assertThat(server.room().receipts(station.station(), 1))
        .singleElement()
        .satisfies(
            kept -> {
              assertThat(kept.left()).isEqualTo(sent.left()).isNotEmpty();
              assertThat(kept.seal()).isEqualTo(sent.seal());
            });
  }

  @Test
  void theListOfStationsLeadsToTheReceipts() {
    assertThat(staff.get("/stations").body()).contains("href=\"" + path(station.station()) + "\"");
  }

  @Test
  void thereIsNoPageForAStationThatIsNotThere() {
    assertThat(staff.get(path(StationId.random())).statusCode()).isEqualTo(404);
    assertThat(staff.get("/stations/nobody/receipts").statusCode()).isEqualTo(400);
  }

  @Test
  void afterAMonthReceiptsAreForgottenAndTheStationIsStillProvenClean() {
    send(SampleReceipts.receipt(1, 0));
    server.clock().advance(Duration.ofDays(31));

    server.restart();

    await().untilAsserted(() -> assertThat(server.room().receipts(station.station(), 5)).isEmpty());
    assertThat(server.room().snapshot(station.station()).orElseThrow().receipt())
        .satisfies(receipt -> assertThat(receipt).isNotNull());
  }

  private void send(WipeReceipt receipt) {
    try (TestLink link = TestLink.locked(server, station, receipt.number())) {
      link.report(new Report.Wiped(ReportId.random(), receipt));
    }
  }

  private String page() {
    HttpResponse<String> page = staff.get(path(station.station()));
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private static String path(StationId station) {
    return "/stations/" + station + "/receipts";
  }
}
