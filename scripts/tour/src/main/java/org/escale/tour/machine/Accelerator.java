package org.escale.tour.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What runs the machine's instructions. */
enum Accelerator {
  KVM("this machine's processor runs it (KVM)", "kvm", "host", 1),

  /** Every instruction is translated. */
  TRANSLATION(
      "every instruction is translated (no KVM of the processor's own here): some ten times slower,"
          + " so no time below says how fast a station is",
      "tcg,thread=multi,tb-size=1024",
      "Nehalem",
      8);

  private static final Path DEVICE = Path.of("/dev/kvm");
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Pattern PROCESSOR_HELPS = Pattern.compile("(?m)^flags.* (vmx|svm)( |$)");
  private static final Duration USUAL = Duration.ofSeconds(60);

  private final String words;
  private final String name;
  private final String processor;
  private final int slower;

  Accelerator(String words, String name, String processor, int slower) {
    this.words = words;
    this.name = name;
    this.processor = processor;
    this.slower = slower;
  }

  static Accelerator ofThisMachine() {
    return Files.isReadable(DEVICE) && Files.isWritable(DEVICE) && processorHelps()
        ? KVM
        : TRANSLATION;
  }

  /** Without, KVM runs no whole machine, or each instruction by hand. */
  private static boolean processorHelps() {
    try {
      return PROCESSOR_HELPS.matcher(Files.readString(PROCESSOR)).find();
    } catch (IOException e) {
      return false;
    }
  }

  String words() {
    return words;
  }

  List<String> arguments() {
    return List.of("-accel", name, "-cpu", processor);
  }

  Duration betweenLooks() {
    return Duration.ofMillis(100).multipliedBy((long) slower * slower);
  }

  Duration patience() {
    return USUAL.multipliedBy(slower);
  }
}
