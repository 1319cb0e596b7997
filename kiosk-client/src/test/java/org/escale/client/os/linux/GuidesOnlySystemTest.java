package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A station whose browser opens the sites of guides alone, with the real browser. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesOnlySystemTest {

  private final BrowserHands visitor = new BrowserHands(new Insider());
  private TestStation station;
  private LinuxVisitSpace space;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(92);
    AllowedSites sites = AllowedSites.guidesOnly(List.of("sign-in.localhost"));
    sites.know(List.of(URI.create("https://www.benefits.localhost/start")));
    space = new LinuxVisitSpace(station.settings(), new CommandRunner(), sites);
    space.erase();
    space.open(TestStation.plan());
    visitor.servesSites();
    visitor.learnsWhatARefusalLooksLike();
    visitor.does("echo '<title>a site</title><h1>a site</h1>' > /tmp/web/site.html");
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    station.close();
  }

  @Test
  void opensTheSitesOfGuidesAndTheNamedOnes() {
    for (String site :
        List.of("benefits.localhost", "my.account.benefits.localhost", "sign-in.localhost")) {
      visitor.does("reach 'http://%s:8391/site.html' 'a site'".formatted(site));
    }
  }

  @Test
  void refusesEveryOtherSiteWithAPageThatSaysSo() {
    visitor.isRefused(
        "http://other.localhost:8391/site.html",
        "http://notbenefits.localhost:8391/site.html",
        "http://benefits.localhost.other.localhost:8391/site.html",
        "http://127.0.0.1:8391/site.html");
    station.picture("guides-only-refusal");
  }

  /** A page of an allowed site sends the browser elsewhere. */
  @Test
  void refusesWhereAnAllowedSiteLeadsTo() {
    visitor.does(
        """
        echo "<script>location = 'http://other.localhost:8391/site.html'</script>" \\
          > /tmp/web/leads.html
        type_address http://benefits.localhost:8391/leads.html
        until_true drawn_is "$(cat /tmp/refusal)" || { title; exit 1; }
        """);
  }

  @Test
  void opensNothingWhereThePolicyHasNoPlaceForSites() {
    AllowedSites sites = AllowedSites.guidesOnly(List.of());

    assertThatExceptionOfType(LinuxException.class)
        .isThrownBy(() -> sites.policy("{\"URLAllowlist\": [\"https://*\"]}"));
  }

  @Test
  void takesHostNamesAlone() {
    for (String wrong :
        List.of("*", "caf.fr\"", "https://caf.fr", "localhost", "-a.fr", "CAF.fr")) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .as(wrong)
          .isThrownBy(() -> AllowedSites.guidesOnly(List.of(wrong)));
    }
  }

  @Test
  void letsGuidesOfUnusualAddressesIntoNoPolicy() throws LinuxException {
    AllowedSites sites = AllowedSites.guidesOnly(List.of("b.fr"));
    sites.know(List.of(URI.create("mailto:a@b.c"), URI.create("https://WWW.caf.fr/a")));

    assertThat(sites.policy("[\"http://*\", \"https://*\", \"about:*\"]"))
        .isEqualTo("[\"b.fr\", \"caf.fr\", \"about:*\"]");
  }
}
