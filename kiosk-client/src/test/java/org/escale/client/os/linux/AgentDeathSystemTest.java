package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.escale.client.station.port.VisitSpace;
import org.escale.protocol.WipeItem;
import org.escale.protocol.WipePhase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A visit whose agent is killed, and one on a machine where every mount is shared. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentDeathSystemTest {

  private static final int STATION = 73;
  private static final int KILLED = 128 + 9;

  private TestStation station;
  private LinuxVisitSpace space;
  private Traces traces;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(STATION);
    space = new LinuxVisitSpace(station.settings(TestStation.sound()), new CommandRunner());
    traces = new Traces(station.settings());
    space.erase();
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    station.close();
  }

  @Test
  void aVisitDiesWithItsAgentAndTheNextAgentErasesTheRest() throws Exception {
    Process agent = VisitHolder.start(STATION, "hold", List.of());
    await().atMost(Duration.ofSeconds(60)).until(this::visitIsSeen);
    assertThat(traces.processes()).hasSizeGreaterThan(5);

    agent.destroyForcibly();

    await().atMost(Duration.ofSeconds(10)).until(() -> traces.processes().isEmpty());
    assertThat(traces.network()).as("what the killed agent left").isNotEmpty();
    VisitSpace.Erased erased = space.erase();
    assertThat(erased.residue()).isZero();
    assertThat(erased.checked().get(WipeItem.NETWORK)).isPositive();
    assertThat(traces.find()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(WipePhase.class)
  void aWipeThatWasKilledAfterAnyPhaseIsFinishedByTheNextAgent(WipePhase phase) throws Exception {
    Process agent = VisitHolder.start(STATION, phase.name(), List.of());
    assertThat(agent.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(agent.exitValue()).as("killed in the middle").isEqualTo(KILLED);

    VisitSpace.Erased erased = space.erase();

    assertThat(erased.left()).isEmpty();
    // Whose parent was killed is laid to rest by the machine's first process.
    await().atMost(Duration.ofSeconds(10)).until(() -> traces.find().isEmpty());
    assertThat(space.erase().checked().values()).containsOnly(0);
  }

  @Test
  void afterAPowerCutOfEveryProgramTheNextAgentErasesTheRest() throws Exception {
    Process agent = VisitHolder.start(STATION, "hold", List.of());
    await().atMost(Duration.ofSeconds(60)).until(this::visitIsSeen);

    agent.destroyForcibly();
    Machine.attempt(
        "pkill",
        "-KILL",
        "-u",
        String.join(",", TestStation.VISITOR, TestStation.DISPLAY_USER, TestStation.SOUND_USER));
    Machine.attempt("pkill", "-KILL", "bwrap");
    await().atMost(Duration.ofSeconds(10)).until(() -> traces.processes().isEmpty());

    assertThat(traces.network()).as("what no power cut takes here").isNotEmpty();
    assertThat(space.erase().left()).isEmpty();
    assertThat(traces.find()).isEmpty();
  }

  @Test
  void aVisitIsShutInUnderASharedRoot() throws Exception {
    Process agent =
        VisitHolder.start(
            STATION,
            "under-a-shared-root",
            List.of("unshare", "--mount", "--propagation", "shared"));

    assertThat(agent.waitFor(90, TimeUnit.SECONDS)).isTrue();
    assertThat(agent.exitValue()).isZero();
    assertThat(traces.find()).isEmpty();
  }

  private boolean visitIsSeen() {
    return station
        .onScreen("xwininfo", "-name", "Xephyr on :78.0 xephyr")
        .output()
        .contains("IsViewable");
  }
}
