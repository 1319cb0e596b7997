package org.escale.client.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.escale.client.station.Remembered;

/** Writes one step after the other, two reports each, and says each number when it is written. */
public final class JournalWriter {

  public static void main(String[] arguments) throws JournalException {
    try (Journal journal = Journal.open(Path.of(arguments[0]))) {
      for (long number = 1; number < Long.MAX_VALUE; number++) {
        journal.write(
            new Entry(
                Remembered.NOTHING,
                null,
                Map.of(),
                List.of(JournalTest.report(), JournalTest.report()),
                new ReceiptHead(number, "seal " + number)));
        System.out.println(number);
      }
    }
  }

  private JournalWriter() {}
}
