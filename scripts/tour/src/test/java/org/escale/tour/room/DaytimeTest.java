package org.escale.tour.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaytimeTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 10, 12, 17, 18, 19, 20, 21, 22, 23})
  void itIsDayInTheCentreAtEveryHour(int hour) {
    Instant now = Instant.parse("2026-03-29T00:59:00Z").plusSeconds(hour * 3600L);

    assertThat(now.atZone(Daytime.zone(now)).getHour()).isBetween(8, 18);
  }

  @Test
  void itIsDayInFranceWhenItIs() {
    assertThat(Daytime.zone(Instant.parse("2026-11-23T09:00:00Z")))
        .isEqualTo(ZoneId.of("Europe/Paris"));
  }
}
