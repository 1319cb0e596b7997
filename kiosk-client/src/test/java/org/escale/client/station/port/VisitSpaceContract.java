package org.escale.client.station.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.client.station.ScreenLayout;
import org.escale.protocol.Bringing;
import org.escale.protocol.Language;
import org.escale.protocol.SessionId;
import org.junit.jupiter.api.Test;

/** What every place for visits keeps to. */
public abstract class VisitSpaceContract {

  /** The place, with nothing in it, and always the same one in a test. */
  protected abstract VisitSpace space() throws Exception;

  /** Makes the programs of the open visit die. */
  protected abstract void killPrograms(SessionId session) throws Exception;

  protected static VisitSpace.Plan plan() {
    return new VisitSpace.Plan(
        SessionId.random(), Language.FRENCH, new ScreenLayout(1280, 800, false));
  }

  @Test
  void erasesAgainAndAgainWithoutAVisit() throws Exception {
    assertThat(space().erase().residue()).isZero();
    assertThat(space().erase().residue()).isZero();
  }

  @Test
  void coversAndUncoversAsOftenAsToldAndErasesWithoutCallingItALoss() throws Exception {
    Queue<SessionId> lost = listen();
    space().open(plan());

    space().cover();
    space().cover();
    space().uncover();
    space().uncover();
    space().cover();

    assertThat(space().erase().residue()).isZero();
    assertThat(space().erase().residue()).isZero();
    assertThat(lost).isEmpty();
  }

  @Test
  void tellsOnceThatAVisitHasEndedByItselfAndOpensTheNext() throws Exception {
    Queue<SessionId> lost = listen();
    VisitSpace.Plan plan = plan();
    space().open(plan);

    killPrograms(plan.session());

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(lost).containsExactly(plan.session()));
    assertThat(space().erase().residue()).isZero();
    space().open(plan());
    assertThat(space().erase().residue()).isZero();
    assertThat(lost).hasSize(1);
  }

  @Test
  void putsDocumentsIntoTheOpenVisitTheyAreForAndIntoNoOther() throws Exception {
    byte[] photo = new byte[200_000];
    VisitSpace.Plan plan = plan();
    assertThat(space().bring(plan.session(), SampleDocument.of(1, photo)))
        .isEqualTo(Bringing.Outcome.FAILED);
    space().open(plan);

    assertThat(space().bring(SessionId.random(), SampleDocument.of(1, photo)))
        .isEqualTo(Bringing.Outcome.FAILED);
    assertThat(space().bring(plan.session(), SampleDocument.broken(1, photo)))
        .isEqualTo(Bringing.Outcome.FAILED);
    assertThat(space().bring(plan.session(), SampleDocument.of(1, photo)))
        .isEqualTo(Bringing.Outcome.STORED);
    assertThat(space().bring(plan.session(), SampleDocument.of(2, photo)))
        .isEqualTo(Bringing.Outcome.STORED);

    assertThat(space().erase().residue()).isZero();
    assertThat(space().bring(plan.session(), SampleDocument.of(3, photo)))
        .isEqualTo(Bringing.Outcome.FAILED);
  }

  private Queue<SessionId> listen() throws Exception {
    Queue<SessionId> lost = new ConcurrentLinkedQueue<>();
    space().whenLost(lost::add);
    return lost;
  }
}
