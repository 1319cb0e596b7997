package org.escale.client.os.linux.jna;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * The few calls of the C library for which Java has none: a file for another library to write, and
 * a talk with the kernel over netlink.
 */
public interface LibC extends Library {

  int O_WRONLY = 1;
  int O_CLOEXEC = 0x80000;

  /** Of a block device: refused while a file system holds it. */
  int O_EXCL = 0x80;

  int AF_NETLINK = 16;
  int SOCK_RAW_CLOEXEC = 3 | 0x80000;
  int NETLINK_NETFILTER = 12;

  static LibC load() {
    return Native.load("c", LibC.class);
  }

  int open(String path, int flags) throws LastErrorException;

  int close(int fileDescriptor) throws LastErrorException;

  int socket(int domain, int type, int protocol) throws LastErrorException;

  long send(int socket, byte[] message, long length, int flags) throws LastErrorException;

  long recv(int socket, byte[] buffer, long length, int flags) throws LastErrorException;
}
