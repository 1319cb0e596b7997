package org.escale.server.bring.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;

/** What the telephone's page says, in every language of the stations. */
final class PhoneWords {

  private static final Map<Language, PhoneWords> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, new PhoneWords(language));
    }
  }

  private final Properties words = new Properties();

  private PhoneWords(Language language) {
    String name = "words_" + language.tag() + ".properties";
    try (InputStream file = PhoneWords.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PhoneWords in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  String of(String key) {
    return Objects.requireNonNull(words.getProperty(key), key);
  }

  /** The ticket's name, as the stations say it. */
  String ticket(PublicTicket ticket) {
    String pictogram = "pictogram." + ticket.pictogram().name();
    String colour = "colour." + ticket.colour().name();
    return of("ticket.name")
        .replace("{pictogram}", of(pictogram))
        .replace("{colour}", of(colour + "." + of(pictogram + ".form")));
  }

  /** What the page's script says. */
  Map<String, String> page() {
    Map<String, String> page = new TreeMap<>();
    words.forEach(
        (key, word) -> {
          if (((String) key).startsWith("page.")) {
            page.put((String) key, (String) word);
          }
        });
    return page;
  }
}
