package org.escale.client.os.linux;

/**
 * What a visit may use of the machine. The folders in memory together stay well below the memory
 * limit, so a full home says "full" before anything is killed.
 *
 * @param memoryBytes programs and files of the visit together
 * @param processes at most, threads counted
 * @param cpuWeight against 100 for agent and shell
 */
public record VisitLimits(long memoryBytes, int processes, int cpuWeight) {

  private static final long MEBIBYTE = 1024L * 1024;

  /** The least in which a browser still runs. */
  private static final long LEAST_MEMORY = 512 * MEBIBYTE;

  public VisitLimits {
    if (memoryBytes < LEAST_MEMORY || processes < 100 || cpuWeight < 1 || cpuWeight > 1000) {
      throw new IllegalArgumentException("limits in which no browser runs");
    }
  }

  /** For a machine with 4 GB of memory. */
  public static VisitLimits usual() {
    return new VisitLimits(2048 * MEBIBYTE, 2000, 50);
  }

  long homeBytes() {
    return memoryBytes / 4;
  }

  long temporaryBytes() {
    return memoryBytes / 8;
  }

  long sharedMemoryBytes() {
    return memoryBytes / 8;
  }

  long keptTemporaryBytes() {
    return memoryBytes / 32;
  }

  long runBytes() {
    return memoryBytes / 64;
  }

  /** What the visit's display may use: pictures that the visitor's programs keep there. */
  long displayBytes() {
    return memoryBytes / 4;
  }

  /** What the visit's sound may use: streams and samples that the visitor's programs keep there. */
  long soundBytes() {
    return memoryBytes / 32;
  }
}
