package org.escale.server.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.protocol.Enrolment;
import org.escale.server.TestServer;
import org.escale.server.TestStaff;
import org.escale.server.platform.database.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Admins give accounts and take them back, everybody chooses a passphrase of her own; pages for
 * admins alone refuse everybody else.
 */
class AccountsTest {

  private static final String MEDIATOR = "Mina";
  private static final String WORDS = "quatre lampes au bord";
  private static final Pattern REMOVE = Pattern.compile("action=\"(/accounts/[^/]+/remove)\"");

  private TestServer server;
  private TestStaff admin;

  @BeforeEach
  void setUp() {
    server = TestServer.start();
    admin = TestStaff.admin(server);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsForAdminsAloneRefusesAMediator() {
    Enrolment.Answer station = server.enrol("Poste 1");
    TestStaff mediator = mediator();
    String setup = "/stations/" + station.station() + "/setup";
    String token = mediator.token("/");

    for (String page :
        new String[] {
          "/stations", "/stations/", setup, "/opening", "/opening/rules", "/accounts", "/accounts/"
        }) {
      assertThat(admin.get(page).statusCode()).as(page).isIn(200, 404);
      assertThat(mediator.get(page).statusCode()).as(page).isEqualTo(403);
    }
    for (String page :
        new String[] {"/%61ccounts", "//accounts", "/accounts;a", "/ACCOUNTS", "/./accounts"}) {
      assertThat(mediator.get(page).statusCode()).as(page).isIn(400, 403, 404);
    }
    String removal = removals().getFirst();
    for (String action :
        new String[] {
          "/stations",
          setup,
          "/opening/week",
          "/opening/days",
          "/opening/days/remove",
          "/opening/rules",
          "/accounts",
          removal
        }) {
      Map<String, String> fields =
          Map.of("csrf", token, "name", "Eve", "role", "ADMIN", "passphrase", WORDS);
      assertThat(mediator.post(action, fields).statusCode()).as(action).isEqualTo(403);
    }
    assertThat(mediator.get("/").body())
        .doesNotContain("href=\"/accounts\"", "href=\"/stations\"", "href=\"/opening\"");
    assertThat(removals()).containsExactly(removal);
  }

  @Test
  void whoeverIsRemovedIsSignedOutAtOnceAndHerNameIsFree() {
    TestStaff mediator = mediator();

    HttpResponse<String> removed = admin.submit("/accounts", removals().getFirst(), Map.of());

    assertThat(removed.statusCode()).isEqualTo(303);
    assertThat(mediator.get("/").headers().firstValue("Location")).hasValue("/login");
    assertThat(mediator.signIn(MEDIATOR, WORDS).statusCode()).isEqualTo(401);
    assertThat(add(MEDIATOR, "MEDIATOR", WORDS).statusCode()).isEqualTo(303);
    assertThat(audited()).containsSubsequence("staff.add", "staff.remove", "staff.add");
  }

  @Test
  void aPassphraseOfHerOwnWorksAtOnceAndSignsHerOutElsewhere() {
    TestStaff mediator = mediator();
    TestStaff elsewhere = new TestStaff(server);
    elsewhere.signIn(MEDIATOR, WORDS);
    String own = "sept ponts et une barque";

    HttpResponse<String> changed = choose(mediator, WORDS, own, own);

    assertThat(changed.statusCode()).isEqualTo(303);
    assertThat(mediator.get("/account").body()).contains("Votre phrase de passe est changée.");
    assertThat(elsewhere.get("/").headers().firstValue("Location")).hasValue("/login");
    assertThat(elsewhere.signIn(MEDIATOR, WORDS).statusCode()).isEqualTo(401);
    assertThat(elsewhere.signIn(MEDIATOR, own).statusCode()).isEqualTo(303);
    assertThat(admin.get("/accounts").statusCode()).as("others stay").isEqualTo(200);
    assertThat(audited()).contains("staff.passphrase");
  }

  @Test
  void aPassphraseIsChangedOnlyByWhoKnowsItAndNotByTrying() {
    TestStaff mediator = mediator();
    String own = "sept ponts et une barque";

    HttpResponse<String> tooShort = choose(mediator, WORDS, "court", "court");
    HttpResponse<String> unlike = choose(mediator, WORDS, own, own + "s");
    HttpResponse<String> wrong = choose(mediator, "autre chose que cela", own, own);
    for (int i = 0; i < 4; i++) {
      choose(mediator, "autre chose que cela", own, own);
    }
    HttpResponse<String> throttled = choose(mediator, WORDS, own, own);

    assertThat(tooShort.body()).contains("au moins 12 signes").doesNotContain("court");
    assertThat(unlike.body()).contains("ne sont pas les mêmes").doesNotContain(own);
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("pas votre phrase de passe actuelle").doesNotContain(own);
    assertThat(throttled.body()).contains("Attendez dix minutes");
    assertThat(new TestStaff(server).signIn(MEDIATOR, WORDS).statusCode()).isEqualTo(303);
    assertThat(audited()).doesNotContain("staff.passphrase");
  }

  private static HttpResponse<String> choose(
      TestStaff staff, String present, String next, String again) {
    return staff.submit(
        "/account",
        "/account/passphrase",
        Map.of("present", present, "passphrase", next, "again", again));
  }

  @Test
  void whatIsWrongIsSaidAndTheNameIsKept() {
    HttpResponse<String> tooShort = add(MEDIATOR, "ADMIN", "court");
    HttpResponse<String> taken = add(TestStaff.ADMIN, "MEDIATOR", WORDS);

    assertThat(tooShort.statusCode()).isEqualTo(422);
    assertThat(tooShort.body())
        .contains("au moins 12 signes", "value=\"Mina\"", "value=\"ADMIN\" selected")
        .doesNotContain("court\"");
    assertThat(taken.body()).contains("Ce nom est déjà pris.");
    assertThat(add("  ", "MEDIATOR", WORDS).statusCode()).isEqualTo(422);
    assertThat(add(MEDIATOR, "QUEEN", WORDS).statusCode()).isEqualTo(400);
    assertThat(removals()).isEmpty();
  }

  @Test
  void thereIsAlwaysAnAdmin() {
    add("Bea", "ADMIN", WORDS);
    TestStaff second = new TestStaff(server);
    assertThat(second.signIn("Bea", WORDS).statusCode()).isEqualTo(303);
    String removalOfSecond = removals().getFirst();
    String removalOfFirst = removals(second).getFirst();

    assertThat(admin.submit("/accounts", removalOfFirst, Map.of()).statusCode()).isEqualTo(303);
    assertThat(admin.get("/accounts").body()).contains("une autre personne doit le retirer");
    second.submit("/accounts", removalOfFirst, Map.of());
    second.submit("/accounts", removalOfSecond, Map.of());

    assertThat(admin.get("/").statusCode()).isEqualTo(303);
    assertThat(second.get("/accounts").statusCode()).isEqualTo(200);
  }

  private TestStaff mediator() {
    assertThat(add(MEDIATOR, "MEDIATOR", WORDS).statusCode()).isEqualTo(303);
    TestStaff mediator = new TestStaff(server);
    assertThat(mediator.signIn(MEDIATOR, WORDS).statusCode()).isEqualTo(303);
    return mediator;
  }

  private HttpResponse<String> add(String name, String role, String passphrase) {
    return admin.submit(
        "/accounts", "/accounts", Map.of("name", name, "role", role, "passphrase", passphrase));
  }

  private List<String> removals() {
    return removals(admin);
  }

  /** Where the page of accounts removes them: all but one's own. */
  private static List<String> removals(TestStaff staff) {
    List<String> paths = new ArrayList<>();
    Matcher matcher = REMOVE.matcher(staff.get("/accounts").body());
    while (matcher.find()) {
      paths.add(matcher.group(1));
    }
    return paths;
  }

  private List<String> audited() {
    try (Database database = Database.open(server.dataDir().resolve("escale.db"))) {
      return database.read(
          handle ->
              handle
                  .createQuery("SELECT action FROM audit_log ORDER BY entry_number")
                  .mapTo(String.class)
                  .list());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
