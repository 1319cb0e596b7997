package org.escale.client.os.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The smallest program that asks the kernel by the way of 32-bit programs, where calls have other
 * numbers. Ends with 0 if the kernel let it through.
 */
final class OldDoor {

  private static final int ADDRESS = 0x400000;
  private static final int HEADER_BYTES = 64;
  private static final int SEGMENT_BYTES = 56;
  private static final int START = HEADER_BYTES + SEGMENT_BYTES;

  /** keyctl(0) by the old door, then exit(0) by the usual one. */
  private static final byte[] CODE = {
    (byte) 0xB8,
    0x20,
    0x01,
    0x00,
    0x00, // mov eax, 288
    0x31,
    (byte) 0xDB, // xor ebx, ebx
    (byte) 0xCD,
    (byte) 0x80, // int 0x80
    0x31,
    (byte) 0xFF, // xor edi, edi
    (byte) 0xB8,
    0x3C,
    0x00,
    0x00,
    0x00, // mov eax, 60
    0x0F,
    0x05 // syscall
  };

  private OldDoor() {}

  /** An executable file for 64-bit PCs. */
  static byte[] program() {
    int length = START + CODE.length;
    ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1}).position(16);
    file.putShort((short) 2).putShort((short) 62).putInt(1);
    file.putLong(ADDRESS + START).putLong(HEADER_BYTES).putLong(0).putInt(0);
    file.putShort((short) HEADER_BYTES).putShort((short) SEGMENT_BYTES).putShort((short) 1);
    file.position(HEADER_BYTES);
    file.putInt(1).putInt(5).putLong(0).putLong(ADDRESS).putLong(ADDRESS);
    file.putLong(length).putLong(length).putLong(0x1000);
    file.put(CODE);
    return file.array();
  }
}
