package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A way by which what a visitor typed could get from memory onto a disk. Staff read the name. */
public enum MemoryOnDisk {
  SWAP_NOT_ENCRYPTED("this machine swaps memory to a disk without a fresh key"),
  CORE_DUMPS_ON("this machine keeps the memory of a program that crashes"),
  NOT_KNOWN("this machine does not say whether memory can get onto a disk");

  /** Swap in memory itself. */
  private static final Pattern ZRAM = Pattern.compile("/dev/zram[0-9]+");

  /** A device-mapper swap with a key that is made anew at every start. */
  private static final String FRESH_KEY = "CRYPT-PLAIN-";

  private static final Set<String> THROWN_AWAY = Set.of("|/bin/false", "|/bin/true", "/dev/null");
  private static final String LIMIT = "Max core file size";
  private static final Pattern NO_CORE_FILES = Pattern.compile(LIMIT + " +0 +0 .*");

  private final String sentence;

  MemoryOnDisk(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** Asks the kernel; an empty set means that there is no way. */
  public static Set<MemoryOnDisk> find() {
    try {
      return find(
          KernelFile.read(Path.of("/proc/swaps")),
          KernelFile.read(Path.of("/proc/sys/kernel/core_pattern")).strip(),
          KernelFile.read(Path.of("/proc/self/limits")),
          MemoryOnDisk::hasFreshKey);
    } catch (LinuxException e) {
      return EnumSet.of(NOT_KNOWN);
    }
  }

  static Set<MemoryOnDisk> find(
      String swaps, String corePattern, String limits, Predicate<String> hasFreshKey) {
    Set<MemoryOnDisk> found = EnumSet.noneOf(MemoryOnDisk.class);
    boolean swapsSafely =
        swaps
            .lines()
            .skip(1)
            .map(line -> line.split("\\s+", 2)[0])
            .allMatch(device -> ZRAM.matcher(device).matches() || hasFreshKey.test(device));
    if (!swapsSafely) {
      found.add(SWAP_NOT_ENCRYPTED);
    }
    if (dumps(corePattern, limits)) {
      found.add(CORE_DUMPS_ON);
    }
    return found;
  }

  /** A program that is piped a dump is given it whatever the limits are. */
  private static boolean dumps(String corePattern, String limits) {
    if (corePattern.isEmpty() || THROWN_AWAY.contains(corePattern.split(" ", 2)[0])) {
      return false;
    }
    return corePattern.startsWith("|")
        || limits.lines().noneMatch(line -> NO_CORE_FILES.matcher(line).matches());
  }

  private static boolean hasFreshKey(String device) {
    try {
      Path real = Path.of(device).toRealPath();
      Path uuid = Path.of("/sys/class/block", String.valueOf(real.getFileName()), "dm", "uuid");
      return KernelFile.read(uuid).startsWith(FRESH_KEY);
    } catch (IOException | LinuxException e) {
      return false;
    }
  }
}
