package org.escale.server.sessions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.escale.server.CentreInATest.HOUR;
import static org.escale.server.CentreInATest.PARIS;
import static org.escale.server.CentreInATest.result;
import static org.escale.server.CentreInATest.yes;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.escale.protocol.Command;
import org.escale.protocol.CommandOutcome;
import org.escale.protocol.Extensions;
import org.escale.protocol.Language;
import org.escale.protocol.Queueing;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationTrait;
import org.escale.server.CentreInATest;
import org.escale.server.booking.Answer;
import org.escale.server.opening.Hours;
import org.escale.server.opening.OpeningHours;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoreTimeTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  private CentreInATest centre;
  private SessionId session;

  @BeforeEach
  void openWithAVisitUnderWay(@TempDir Path dir) throws Exception {
    centre = new CentreInATest(dir);
    session = centre.running(centre.one);
  }

  @AfterEach
  void close() {
    centre.close();
  }

  @Test
  void givesMoreTimeTenTimesInARowAndMore() {
    Instant end = endsAt();
    for (int i = 0; i < 14; i++) {
      assertThat(possible().by()).isEqualTo(QUARTER);
      assertThat(yes(give(UUID.randomUUID())).by()).isEqualTo(QUARTER);
      centre.clock.step(QUARTER);
    }

    assertThat(centre.stations.sent(Command.Extend.class)).hasSize(14);
    assertThat(endsAt()).isEqualTo(end.plus(QUARTER.multipliedBy(14)));
  }

  @Test
  void givesItOnceForTheSameRequest() {
    UUID request = UUID.randomUUID();
    Instant end = endsAt();

    assertThat(give(request)).isEqualTo(give(request));

    assertThat(centre.stations.sent(Command.Extend.class)).hasSize(1);
    assertThat(endsAt()).isEqualTo(end.plus(QUARTER));
  }

  @Test
  void doesNotSayYesAgainToWhatTheStationRefused() {
    UUID request = UUID.randomUUID();
    Instant end = endsAt();
    give(request);

    centre.report(
        centre.one,
        result(centre.stations.sent(Command.Extend.class).getFirst().id(), CommandOutcome.FAILED));

    assertThat(endsAt()).isEqualTo(end);
    assertThat(give(request)).isEqualTo(new Answer.No<>(RefusalReason.SESSION_OVER));
  }

  @Test
  void refusesWhileSomebodyWaitsWhomTheStationFits() {
    centre.running(centre.two);
    Queueing.Join wish = new Queueing.Join(UUID.randomUUID(), Set.of(), HOUR, Language.FRENCH);
    yes(centre.queue.join(centre.two, wish));

    assertThat(possible().why()).isEqualTo(RefusalReason.SOMEBODY_WAITS);
    assertThat(give(UUID.randomUUID())).isEqualTo(new Answer.No<>(RefusalReason.SOMEBODY_WAITS));
    assertThat(centre.sessionOrders.extend(session, QUARTER)).isInstanceOf(Order.Sent.class);
  }

  @Test
  void givesItWhileSomebodyWaitsForAnotherKindOfStation() {
    centre.running(centre.places.add("Poste 3", StationTrait.WHEELCHAIR_ACCESS));
    Queueing.Join wish =
        new Queueing.Join(
            UUID.randomUUID(), Set.of(StationTrait.WHEELCHAIR_ACCESS), HOUR, Language.FRENCH);
    yes(centre.queue.join(centre.one, wish));

    assertThat(possible().by()).isEqualTo(QUARTER);
  }

  @Test
  void refusesTheTimeOfTheNextTicket() {
    centre.book(centre.one, "2026-11-02T10:30:00Z");
    give(UUID.randomUUID());

    assertThat(possible().why()).isEqualTo(RefusalReason.STATION_RESERVED);
    assertThat(give(UUID.randomUUID())).isEqualTo(new Answer.No<>(RefusalReason.STATION_RESERVED));
  }

  @Test
  void refusesTimeAfterClosing() {
    centre.opening.change(OpeningHours.daily(PARIS, new Hours(8 * 60, 11 * 60 + 15)));

    assertThat(possible().why()).isEqualTo(RefusalReason.CENTRE_CLOSED);
    assertThat(give(UUID.randomUUID())).isEqualTo(new Answer.No<>(RefusalReason.CENTRE_CLOSED));
  }

  @Test
  void refusesForASessionThatIsOverOrOfAnotherStation() {
    assertThat(centre.moreTime.couldHave(centre.two, session).why())
        .isEqualTo(RefusalReason.SESSION_OVER);

    centre.report(centre.one, centre.ended(session, QUARTER));

    assertThat(possible().why()).isEqualTo(RefusalReason.SESSION_OVER);
  }

  @Test
  void takesNoTimeFromOthersWhenTheStationCannotBeTold() {
    Instant end = endsAt();
    UUID request = UUID.randomUUID();
    centre.stations.unplug(centre.one);

    assertThat(give(request)).isEqualTo(new Answer.No<>(RefusalReason.STATION_NOT_CONNECTED));

    assertThat(endsAt()).isEqualTo(end);
    assertThat(give(request)).isInstanceOf(Answer.No.class);
  }

  private Extensions.Possible possible() {
    return centre.moreTime.couldHave(centre.one, session);
  }

  private Answer<Extensions.Granted> give(UUID request) {
    return centre.moreTime.give(centre.one, new Extensions.Wish(request, session));
  }

  private Instant endsAt() {
    return requireNonNull(requireNonNull(centre.openSessions.open().get(centre.one)).endsAt());
  }
}
