package org.escale.client.agent;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.escale.client.station.port.SlipPrinter;

/** A printer that keeps what it was given. */
final class FakeSlipPrinter implements SlipPrinter {

  static final byte[] SOME_PICTURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};

  final Queue<byte[]> printed = new ConcurrentLinkedQueue<>();

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public void print(byte[] page) {
    printed.add(page);
  }
}
