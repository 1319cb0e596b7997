package org.escale.client.os.linux.jna;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

/** The two calls of the C library that give another library a file to write. */
public interface LibC extends Library {

  int O_WRONLY = 1;
  int O_CLOEXEC = 0x80000;

  static LibC load() {
    return Native.load("c", LibC.class);
  }

  int open(String path, int flags) throws LastErrorException;

  int close(int fileDescriptor) throws LastErrorException;
}
