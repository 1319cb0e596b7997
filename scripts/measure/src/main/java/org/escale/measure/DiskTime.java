package org.escale.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.escale.tour.bench.Median;

/** How long the disk takes to make a write durable. */
final class DiskTime {

  private static final int WRITES = 100;
  private static final int PAGE_BYTES = 4096;
  private static final double MILLIS = 1_000_000;

  static double fsyncMs(Path dir) throws IOException {
    Path path = Files.createTempFile(dir, "fsync", ".bin");
    List<Double> took = new ArrayList<>();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      for (int i = 0; i < WRITES; i++) {
        file.write(ByteBuffer.allocate(PAGE_BYTES));
        long began = System.nanoTime();
        file.force(false);
        took.add((System.nanoTime() - began) / MILLIS);
      }
    } finally {
      Files.delete(path);
    }
    return Median.of(took);
  }

  private DiskTime() {}
}
