package org.escale.client.os.linux;

import com.sun.jna.LastErrorException;
import org.escale.client.os.linux.jna.LibC;

/** Whether a file system holds a block device. */
final class ClaimedDevice {

  private static final int BUSY = 16;

  private static final LibC LIB_C = LibC.load();

  private ClaimedDevice() {}

  /** One that has gone is not held by any that could still write on it. */
  static boolean isClaimed(String name) {
    try {
      LIB_C.close(LIB_C.open("/dev/" + name, LibC.O_EXCL | LibC.O_CLOEXEC));
      return false;
    } catch (LastErrorException e) {
      return e.getErrorCode() == BUSY;
    }
  }
}
