package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryOnDiskTest {

  private static final String HEAD = "Filename\tType\tSize\tUsed\tPriority\n";
  private static final String NO_SWAP = HEAD;
  private static final String NO_CORES =
      "Max core file size        0                    0                    bytes     \n";
  private static final String CORES =
      "Max core file size        0                    unlimited            bytes     \n";

  @Test
  void isContentWithoutSwapAndDumps() {
    assertThat(find(NO_SWAP, "core", NO_CORES)).isEmpty();
  }

  @Test
  void allowsSwapInMemoryOrUnderAFreshKey() {
    assertThat(find(HEAD + "/dev/zram0 partition 1 0 100\n", "", CORES)).isEmpty();
    assertThat(find(HEAD + "/dev/mapper/fresh partition 1 0 100\n", "", CORES)).isEmpty();
  }

  @Test
  void findsSwapOnADisk() {
    assertThat(find(HEAD + "/dev/zram0 partition 1 0 100\n/swapfile file 1 0 -2\n", "", CORES))
        .containsExactly(MemoryOnDisk.SWAP_NOT_ENCRYPTED);
  }

  @Test
  void findsDumpsIntoFiles() {
    assertThat(find(NO_SWAP, "core.%p", CORES)).containsExactly(MemoryOnDisk.CORE_DUMPS_ON);
  }

  @Test
  void findsDumpsIntoAProgramWhateverTheLimits() {
    assertThat(find(NO_SWAP, "|/usr/lib/systemd/systemd-coredump %P", NO_CORES))
        .containsExactly(MemoryOnDisk.CORE_DUMPS_ON);
    assertThat(find(NO_SWAP, "|/bin/false %P", CORES)).isEmpty();
  }

  @Test
  void readsThisMachine() {
    assertThat(MemoryOnDisk.find()).doesNotContain(MemoryOnDisk.NOT_KNOWN);
  }

  private static Set<MemoryOnDisk> find(String swaps, String corePattern, String limits) {
    return MemoryOnDisk.find(swaps, corePattern, limits, "/dev/mapper/fresh"::equals);
  }
}
