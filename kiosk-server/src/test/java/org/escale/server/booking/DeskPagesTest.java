package org.escale.server.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a mediator does about bookings, on the real server and without a script. */
class DeskPagesTest {

  private static final Pattern START = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");
  private static final Pattern DIGITS = Pattern.compile("</span>(\\d \\d \\d \\d)</p>");
  private static final Pattern BOOKING = Pattern.compile("/bookings/([0-9a-f-]{36})\"");

  private static TestServer server;
  private static TestStaff staff;

  @BeforeAll
  static void open() {
    server = TestServer.start();
    server.enrol("Poste 1");
    server.enrol("Poste 2");
    staff = TestStaff.admin(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void theSameFormSentTwiceBooksOnceAndShowsTheSameDigits() {
    Map<String, String> form = form(UUID.randomUUID(), firstFree());

    String first = staff.submit("/bookings/new", "/bookings", form).body();
    String second = staff.submit("/bookings/new", "/bookings", form).body();

    assertThat(found(DIGITS, second)).isEqualTo(found(DIGITS, first));
  }

  @Test
  void aTimeThatIsNoTimeIsRefusedWithoutAnError() {
    assertThat(
            staff
                .submit("/bookings/new", "/bookings", form(UUID.randomUUID(), "tomorrow"))
                .statusCode())
        .isEqualTo(400);
    HttpResponse<String> past =
        staff.submit("/bookings/new", "/bookings", form(UUID.randomUUID(), "2020-01-01T10:00:00Z"));

    assertThat(past.statusCode()).isEqualTo(303);
    assertThat(staff.get("/bookings").body()).contains("déjà passé");
  }

  @Test
  void anotherDayThanThoseThatCanBeBookedLeadsToOneThatCan() {
    assertThat(staff.get("/bookings?day=2020-01-01").statusCode()).isEqualTo(200);
    assertThat(staff.get("/bookings?day=2999-01-01").statusCode()).isEqualTo(200);
    assertThat(staff.get("/bookings?day=soon").statusCode()).isEqualTo(400);
    assertThat(staff.get("/bookings/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    assertThat(staff.get("/bookings/" + UUID.randomUUID() + "/move").statusCode()).isEqualTo(404);
  }

  @Test
  void newDigitsAreShownOnceAndKeptNowhere() {
    staff.submit("/bookings/new", "/bookings", form(UUID.randomUUID(), firstFree()));
    String booking = found(BOOKING, staff.get("/bookings").body());

    String shown =
        staff.submit("/bookings/" + booking, "/bookings/" + booking + "/digits", Map.of()).body();

    String digits = found(DIGITS, shown);
    assertThat(staff.get("/bookings/" + booking).body()).doesNotContain(digits);
    assertThat(staff.get("/bookings").body()).doesNotContain(digits);
  }

  private static String firstFree() {
    return found(START, staff.get("/bookings/new").body());
  }

  private static Map<String, String> form(UUID request, String start) {
    return Map.of("request", request.toString(), "start", start, "length", "60", "station", "");
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as("%s", pattern).isTrue();
    return matcher.group(1);
  }
}
