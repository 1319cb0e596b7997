package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.escale.client.station.port.VisitSpace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@Tag("machine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VisitOpensSystemTest {

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

  @Test
  void opensAndErasesAgainAndAgain() throws Exception {
    for (int visit = 1; visit <= 5; visit++) {
      long start = System.nanoTime();
      space.open(TestStation.plan());
      long opened = System.nanoTime();
      station.picture("opened-" + visit);

      VisitSpace.Erased erased = space.erase();

      System.out.println("open " + (opened - start) / 1_000_000 + " ms; " + erased);
      assertThat(erased.residue()).isZero();
    }
  }
}
