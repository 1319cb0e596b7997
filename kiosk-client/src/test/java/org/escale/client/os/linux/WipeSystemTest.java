package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.escale.client.audit.Audit;
import org.escale.client.audit.AuditScope;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.WipeItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a visitor leaves is planted for real, looked at, wiped, and looked for by other eyes. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WipeSystemTest {

  private final Insider insider = new Insider();
  private TestStation station;
  private Neighbourhood around;
  private LinuxVisitSpace space;
  private Traces traces;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(71);
    around = new Neighbourhood();
    space = new LinuxVisitSpace(station.settings(TestStation.sound()), new CommandRunner());
    traces = new Traces(station.settings());
    space.erase();
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    around.close();
    station.close();
  }

  @Test
  void findsNothingOfAVisitorAfterTheWipe() throws Exception {
    assertThat(traces.find()).isEmpty();
    space.open(TestStation.plan());
    showTheSite(1);
    plantEverything();
    proveThatTheSearchSeesFiles();
    assertThat(traces.processes()).as("the search sees processes").hasSizeGreaterThan(10);
    assertThat(traces.mounts()).as("the search sees mounts").isNotEmpty();
    assertThat(traces.cgroups()).as("the search sees cgroups").isNotEmpty();
    assertThat(traces.network()).as("the search sees the network").hasSizeGreaterThan(2);
    assertThat(traces.display()).as("the search sees the display").hasSize(2);

    VisitSpace.Erased erased = space.erase();

    System.out.println(erased);
    assertThat(erased.residue()).isZero();
    assertThat(erased.checked().get(WipeItem.MEMORY_FILES)).isGreaterThan(3000);
    assertThat(erased.checked().get(WipeItem.PROCESSES)).isGreaterThan(10);
    assertThat(erased.checked().get(WipeItem.SHARED_MEMORY)).isEqualTo(3);
    assertThat(erased.checked().get(WipeItem.KERNEL_KEYS)).isZero();
    assertThat(erased.checked().get(WipeItem.SOUND)).isPositive();
    assertThat(traces.find()).isEmpty();
    assertThat(new Audit(scope()).run()).isEmpty();
  }

  @Test
  void showsTheNextVisitorsBrowserToASiteAsNew() throws Exception {
    int before = around.told().size();
    space.open(TestStation.plan());
    showTheSite(before + 1);
    showTheSite(before + 2);
    space.erase();
    space.open(TestStation.plan());
    showTheSite(before + 3);
    space.erase();

    assertThat(around.told().subList(before, before + 3))
        .containsExactly("false,false", "true,true", "false,false");
  }

  @Test
  void removesKeysThatAUserHasFromElsewhere() throws Exception {
    Machine.run(
        "setpriv",
        "--reuid=" + TestStation.VISITOR,
        "--clear-groups",
        "keyctl",
        "session",
        "-",
        "sh",
        "-c",
        "keyctl add user esct-user x @u && keyctl add user esct-persistent x $(keyctl"
            + " get_persistent @s)");
    assertThat(traces.keys()).hasSize(2);

    VisitSpace.Erased erased = space.erase();

    assertThat(erased.checked().get(WipeItem.KERNEL_KEYS)).isPositive();
    assertThat(erased.residue()).isZero();
    assertThat(traces.keys()).isEmpty();
  }

  @Test
  void erasesTwiceAndWithoutAVisit() throws Exception {
    space.erase();

    VisitSpace.Erased erased = space.erase();

    assertThat(erased.residue()).isZero();
    assertThat(erased.checked().values()).containsOnly(0);
  }

  private AuditScope scope() {
    return new AuditScope(
        Map.of(
            TestStation.VISITOR, uid(TestStation.VISITOR),
            TestStation.DISPLAY_USER, uid(TestStation.DISPLAY_USER),
            TestStation.SOUND_USER, uid(TestStation.SOUND_USER)),
        station.settings().name(),
        station.settings().runDir(),
        null,
        List.of());
  }

  private static int uid(String user) {
    return Integer.parseInt(Machine.run("id", "-u", user).strip());
  }

  /** The visitor's files lie where only the bubble sees them, so the eyes are tried on another. */
  private void proveThatTheSearchSeesFiles() throws Exception {
    Path leak = Path.of("/var/tmp/esct-planted-outside");
    Files.writeString(leak, Traces.MARKER);
    try {
      assertThat(traces.filesBelow("/var/tmp")).contains(leak.toString());
      assertThat(traces.texts()).contains(leak.toString());
    } finally {
      Files.delete(leak);
    }
  }

  private void plantEverything() {
    assertThat(Plants.plant(insider)).isEmpty();
  }

  private void showTheSite(int visits) throws Exception {
    space.browse(URI.create("http://" + Neighbourhood.SITE + "/"));
    await().atMost(Duration.ofSeconds(30)).until(() -> around.told().size() >= visits);
  }
}
