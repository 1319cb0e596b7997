package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.client.station.port.VisitSpace;
import org.escale.client.station.port.VisitSpaceContract;
import org.escale.protocol.SessionId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The bubble keeps to what every place for visits keeps to. */
@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinuxVisitSpaceSystemTest extends VisitSpaceContract {

  private TestStation station;
  private LinuxVisitSpace space;

  @BeforeAll
  void setUp() throws Exception {
    station = new TestStation(70);
    space = new LinuxVisitSpace(station.settings(), new CommandRunner());
    space.erase();
  }

  @AfterAll
  void tearDown() throws Exception {
    space.erase();
    station.close();
  }

  @Override
  protected VisitSpace space() {
    return space;
  }

  @Override
  protected void killPrograms(SessionId session) {
    Machine.run("pkill", "-KILL", "-u", TestStation.VISITOR);
  }

  @Test
  void tellsThatTheDisplayOfAVisitHasEndedEvenWhileItIsCovered() throws Exception {
    Queue<SessionId> lost = new ConcurrentLinkedQueue<>();
    space.whenLost(lost::add);
    VisitSpace.Plan plan = plan();
    space.open(plan);
    space.cover();

    Machine.run("pkill", "-KILL", "-u", TestStation.DISPLAY_USER);

    await().untilAsserted(() -> assertThat(lost).containsExactly(plan.session()));
    assertThat(space.erase().residue()).isZero();
  }
}
