package org.escale.client.station;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HomeRoomTest {

  private static final long MEBIBYTE = 1024 * 1024;
  private static final long LARGE = 1000 * MEBIBYTE;
  private static final long SMALL = 128 * MEBIBYTE;

  @Test
  void isFullWhenLittleOfALargeHomeIsFree() {
    assertThat(HomeRoom.ENOUGH.seen(LARGE, 20 * MEBIBYTE).full()).isFalse();
    assertThat(HomeRoom.ENOUGH.seen(LARGE, 20 * MEBIBYTE - 1).full()).isTrue();
  }

  @Test
  void keepsRoomForADocumentInASmallHome() {
    assertThat(HomeRoom.ENOUGH.seen(SMALL, 8 * MEBIBYTE).full()).isFalse();
    assertThat(HomeRoom.ENOUGH.seen(SMALL, 8 * MEBIBYTE - 1).full()).isTrue();
  }

  @Test
  void staysFullUntilClearlyMoreIsFree() {
    HomeRoom full = HomeRoom.ENOUGH.seen(LARGE, 0);

    assertThat(full.seen(LARGE, 40 * MEBIBYTE - 1).full()).isTrue();
    assertThat(full.seen(LARGE, 40 * MEBIBYTE).full()).isFalse();
  }

  @Test
  void changesNothingWhenItCouldNotBeLookedAt() {
    HomeRoom full = HomeRoom.ENOUGH.seen(LARGE, 0);

    assertThat(full.seen(0, 0)).isEqualTo(full);
    assertThat(HomeRoom.ENOUGH.seen(0, 0)).isEqualTo(HomeRoom.ENOUGH);
  }
}
