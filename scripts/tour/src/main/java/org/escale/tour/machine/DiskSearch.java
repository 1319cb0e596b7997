package org.escale.tour.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.escale.tour.room.RoomException;

/** Looks for words in every byte of a disk, as programs write them: in UTF-8 and in UTF-16. */
final class DiskSearch {

  private static final int AT_ONCE = 8 << 20;
  private static final List<Charset> WRITINGS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE);

  private final Path disk;

  DiskSearch(Path disk) {
    this.disk = disk;
  }

  /** How often the word is there. */
  long count(String word) {
    List<byte[]> wanted = WRITINGS.stream().map(word::getBytes).toList();
    int longest = wanted.stream().mapToInt(bytes -> bytes.length).max().orElseThrow();
    long found = 0;
    try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
      while (channel.read(buffer) >= 0) {
        byte[] bytes = buffer.array();
        int end = buffer.position();
        int sure = Math.max(0, end - longest + 1);
        for (byte[] one : wanted) {
          found += count(bytes, end, sure, one);
        }
        buffer.position(sure).limit(end);
        buffer.compact();
      }
      byte[] rest = buffer.array();
      for (byte[] one : wanted) {
        found += count(rest, buffer.position(), buffer.position(), one);
      }
    } catch (IOException e) {
      throw new RoomException("the disk cannot be searched", e);
    }
    return found;
  }

  /** Those that begin before {@code sure}. */
  private static long count(byte[] bytes, int end, int sure, byte[] wanted) {
    long found = 0;
    byte first = wanted[0];
    for (int at = 0; at < sure; at++) {
      if (bytes[at] == first && isAt(bytes, end, at, wanted)) {
        found++;
      }
    }
    return found;
  }

  private static boolean isAt(byte[] bytes, int end, int at, byte[] wanted) {
    if (at + wanted.length > end) {
      return false;
    }
    for (int i = 1; i < wanted.length; i++) {
      if (bytes[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
