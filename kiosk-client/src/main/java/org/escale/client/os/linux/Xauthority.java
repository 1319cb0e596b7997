package org.escale.client.os.linux;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files in which X keeps its cookies. Pure: from bytes to a cookie and back. */
final class Xauthority {

  private static final int ANY_MACHINE = 0xFFFF;

  private Xauthority() {}

  /** A file that admits to this display with this cookie, wherever it is read. */
  static byte[] file(int display, MagicCookie cookie) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(bytes)) {
      data.writeShort(ANY_MACHINE);
      data.writeShort(0);
      writeCounted(data, Integer.toString(display).getBytes(StandardCharsets.US_ASCII));
      writeCounted(data, MagicCookie.KIND.getBytes(StandardCharsets.US_ASCII));
      writeCounted(data, cookie.bytes());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /** The cookie that such a file holds for a display; empty if none or if the file is broken. */
  static Optional<MagicCookie> cookieFor(int display, byte[] file) {
    String wanted = Integer.toString(display);
    try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(file))) {
      while (data.available() > 0) {
        data.readUnsignedShort();
        readCounted(data);
        String number = new String(readCounted(data), StandardCharsets.US_ASCII);
        String kind = new String(readCounted(data), StandardCharsets.US_ASCII);
        byte[] cookie = readCounted(data);
        if (kind.equals(MagicCookie.KIND) && (number.isEmpty() || number.equals(wanted))) {
          return Optional.of(MagicCookie.of(cookie));
        }
      }
    } catch (IOException broken) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static void writeCounted(DataOutputStream data, byte[] bytes) throws IOException {
    data.writeShort(bytes.length);
    data.write(bytes);
  }

  private static byte[] readCounted(DataInputStream data) throws IOException {
    byte[] bytes = new byte[data.readUnsignedShort()];
    data.readFully(bytes);
    return bytes;
  }
}
