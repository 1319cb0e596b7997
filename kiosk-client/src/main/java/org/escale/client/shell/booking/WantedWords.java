package org.escale.client.shell.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.escale.client.shell.words.Words;

/** What somebody needs, in a few words. */
final class WantedWords {

  static String of(Wanted wanted, Words words) {
    List<String> parts = new ArrayList<>();
    new TreeSet<>(wanted.needs()).forEach(need -> parts.add(words.of("need", need)));
    if (wanted.longer()) {
      parts.add(words.of("needs.longer"));
    }
    if (wanted.place() != null) {
      parts.add(wanted.place().name());
    }
    return String.join(" · ", parts);
  }

  private WantedWords() {}
}
