package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A browser breaks off what it is loading when its network changes: so it must not. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitNetworkSystemTest {

  private static final String NETWORK = "esct74";
  private static final int VISITS = 3;

  /** The kernel tries a new IPv6 address for about two seconds before it may be used. */
  private static final Duration UNTIL_SETTLED = Duration.ofSeconds(4);

  private TestStation station;
  private Neighbourhood around;
  private LinuxSettings settings;
  private LinuxVisitSpace space;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(74);
    around = new Neighbourhood();
    settings = station.settings(URI.create("https://" + Neighbourhood.SITE + "/"));
    space = new LinuxVisitSpace(settings, new CommandRunner());
    space.erase();
  }

  @AfterEach
  void erase() throws Exception {
    space.erase();
  }

  @AfterAll
  void tearDown() throws Exception {
    around.close();
    station.close();
  }

  /** One handshake Chromium begins anew by itself, within its first quarter of a second. */
  @Test
  void breaksOffNoHandshakeOfTheFirstPage() throws Exception {
    for (int visit = 1; visit <= VISITS; visit++) {
      around.forgetHandshakes();
      space.open(TestStation.plan());
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Collections.frequency(around.handshakes(), "waited") > 0);

      assertThat(Collections.frequency(around.handshakes(), "broken off"))
          .as("broken off in visit " + visit)
          .isLessThanOrEqualTo(1);
      space.erase();
    }
  }

  @Test
  void standsStillOnceItIsMade() throws Exception {
    makeNetwork();
    Path heardPath = station.dir().resolve("heard");
    Process monitor =
        new ProcessBuilder("ip", "-netns", NETWORK, "monitor", "address", "link")
            .redirectErrorStream(true)
            .redirectOutput(heardPath.toFile())
            .start();

    try {
      await()
          .during(UNTIL_SETTLED)
          .atMost(UNTIL_SETTLED.multipliedBy(2))
          .until(() -> heard(heardPath).isEmpty());
      assertThat(monitor.isAlive()).as("it was listened").isTrue();
    } finally {
      monitor.destroyForcibly();
    }
  }

  @Test
  void hasNoIpv6AtEitherEndOfTheCable() throws Exception {
    makeNetwork();

    assertThat(Machine.run("ip", "-netns", NETWORK, "-6", "address")).isBlank();
    assertThat(Machine.run("ip", "-6", "address", "show", "dev", NETWORK + "-m")).isBlank();
    assertThat(Machine.run("ip", "-netns", NETWORK, "-4", "-o", "address").lines()).hasSize(2);
  }

  /** No browser is needed to see that. */
  private void makeNetwork() throws Exception {
    Files.createDirectories(settings.runDir());
    new VisitNetwork(new CommandRunner(), settings).create();
  }

  private static String heard(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
