package org.escale.client.os.linux.jna;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

/** The C library's clocks. */
public interface BootTimeCall extends Library {

  /** Runs on while the machine sleeps. */
  int CLOCK_BOOTTIME = 7;

  static BootTimeCall load() {
    return Native.load("c", BootTimeCall.class);
  }

  /**
   * @param timespec receives seconds and nanoseconds, each as a 64-bit number
   */
  int clock_gettime(int clock, long[] timespec) throws LastErrorException;
}
