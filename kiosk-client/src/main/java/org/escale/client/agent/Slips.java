package org.escale.client.agent;

import java.util.Arrays;
import java.util.function.Consumer;
import org.escale.client.station.port.SlipPrinter;
import org.escale.client.station.port.SlipPrinterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Paper slips of tickets: printed beside the loop, told into it. */
final class Slips {

  private static final Logger log = LoggerFactory.getLogger(Slips.class);

  /** How a PNG picture begins; nothing else is handed to the printer. */
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final SlipPrinter printer;
  private final Consumer<AgentEvent> post;

  Slips(SlipPrinter printer, Consumer<AgentEvent> post) {
    this.printer = printer;
    this.post = post;
  }

  /** Is there a printer for them? */
  void look() {
    beside(() -> post.accept(new AgentEvent.SlipsPossible(printer.isThere())));
  }

  void print(byte[] page) {
    beside(() -> post.accept(new AgentEvent.SlipTried(isPrinted(page))));
  }

  private boolean isPrinted(byte[] page) {
    if (!Arrays.equals(Arrays.copyOf(page, PNG.length), PNG)) {
      log.warn("what the shell would have printed is no picture");
      return false;
    }
    try {
      printer.print(page);
      return true;
    } catch (SlipPrinterException e) {
      log.warn("a slip was not printed", e);
      return false;
    }
  }

  private static void beside(Runnable deed) {
    Thread.ofVirtual().name("slip").start(deed);
  }
}
