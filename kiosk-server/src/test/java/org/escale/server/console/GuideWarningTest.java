package org.escale.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escale.server.live.web.RoomView;
import org.escale.server.live.web.StationView;
import org.junit.jupiter.api.Test;

/** A guided task is not cut without a word to the mediator. */
class GuideWarningTest {

  private final List<StationView> stations = RoomView.of(SampleRoom.full()).stations();

  @Test
  void aCardWarnsWhenAGuidedTaskIsSoonOutOfTime() {
    assertThat(stations.get(2).guideEndsSoon()).isTrue();
    assertThat(stations.get(2).guideWarning()).isEqualTo("Démarche en cours, 4\u00a0min");
  }

  @Test
  void aCardDoesNotWarnOfOtherVisits() {
    assertThat(stations).filteredOn(StationView::guideEndsSoon).hasSize(1);
  }
}
