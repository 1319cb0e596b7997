package org.escale.client.os.linux;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escale.client.os.linux.jna.LibC;
import org.escale.protocol.WipeItem;

/**
 * What the kernel remembers of where a visit's connections went: for days, if it is not told to
 * forget. Our firewall marks them, so that these and no others are forgotten.
 */
final class ConnectionMemory implements Leftover {

  /** The mark; any number that nothing else on a station uses. */
  static final int MARK = 0xE5CA1E;

  private static final Path LIST = Path.of("/proc/net/nf_conntrack");

  private static final int DELETE_CONNECTIONS = 1 << 8 | 2;
  private static final int REQUEST_WITH_ANSWER = 1 | 4;
  private static final byte IPV4 = 2;
  private static final short ATTRIBUTE_MARK = 8;
  private static final short ATTRIBUTE_MARK_MASK = 21;
  private static final int MESSAGE_LENGTH = 36;
  private static final int ANSWER_ERROR_AT = 16;
  private static final int LONGEST_ANSWER = 1024;

  private final LibC libC = LibC.load();

  @Override
  public WipeItem item() {
    return WipeItem.CONNECTIONS;
  }

  /** How many it still remembers; 0 as well where the kernel does not list them. */
  @Override
  public int count() throws LinuxException {
    if (!Files.exists(LIST)) {
      return 0;
    }
    String mark = " mark=" + MARK + " ";
    return (int) KernelFile.read(LIST).lines().filter(line -> line.contains(mark)).count();
  }

  /** Makes it forget; returns how many there were. */
  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  @Override
  public int clean() throws LinuxException {
    int found = count();
    int error = ask(message());
    if (error != 0) {
      throw new LinuxException("the kernel does not forget connections: errno " + -error);
    }
    return found;
  }

  /** Delete all IPv4 connections with this mark: a netlink header, netfilter's, two attributes. */
  static byte[] message() {
    ByteBuffer message = ByteBuffer.allocate(MESSAGE_LENGTH).order(ByteOrder.nativeOrder());
    message.putInt(MESSAGE_LENGTH).putShort((short) DELETE_CONNECTIONS);
    message.putShort((short) REQUEST_WITH_ANSWER).putInt(1).putInt(0);
    message.put(IPV4).put((byte) 0).putShort((short) 0);
    attribute(message, ATTRIBUTE_MARK, MARK);
    attribute(message, ATTRIBUTE_MARK_MASK, -1);
    return message.array();
  }

  private static void attribute(ByteBuffer message, short type, int value) {
    message.putShort((short) 8).putShort(type);
    message.order(ByteOrder.BIG_ENDIAN).putInt(value).order(ByteOrder.nativeOrder());
  }

  private int ask(byte[] message) throws LinuxException {
    byte[] answer = new byte[LONGEST_ANSWER];
    try {
      int socket = libC.socket(LibC.AF_NETLINK, LibC.SOCK_RAW_CLOEXEC, LibC.NETLINK_NETFILTER);
      try {
        libC.send(socket, message, message.length, 0);
        libC.recv(socket, answer, answer.length, 0);
      } finally {
        libC.close(socket);
      }
    } catch (LastErrorException e) {
      throw new LinuxException("cannot talk to the kernel's firewall", e);
    }
    return ByteBuffer.wrap(answer).order(ByteOrder.nativeOrder()).getInt(ANSWER_ERROR_AT);
  }
}
