package org.escale.client.os.linux;

import java.time.Duration;
import org.escale.client.os.linux.jna.BootTimeCall;
import org.escale.client.station.BootTime;
import org.escale.client.station.port.BootClock;

/** The kernel's boot clock, which counts the time asleep as well. Thread-safe. */
public final class LinuxBootClock implements BootClock {

  private final BootTimeCall kernel = BootTimeCall.load();

  @Override
  public BootTime now() {
    long[] timespec = new long[2];
    kernel.clock_gettime(BootTimeCall.CLOCK_BOOTTIME, timespec);
    return new BootTime(Duration.ofSeconds(timespec[0], timespec[1]));
  }
}
