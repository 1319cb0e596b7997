package org.escale.server.bring.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escale.protocol.Bringing;
import org.escale.protocol.Language;
import org.escale.server.platform.words.LanguageWords;

/**
 * The telephone's page before it knows anything of a visit.
 *
 * @param language what the telephone speaks
 */
public record PhoneView(String centreName, Language language) {

  /** The words of every language, for the script, as JSON. */
  private static final String WORDS = wordsOfAll();

  public String say(String key) {
    return PhoneWords.in(language).of("page." + key);
  }

  public String direction() {
    return language.rightToLeft() ? "rtl" : "ltr";
  }

  public List<Language> languages() {
    return Arrays.asList(Language.values());
  }

  public String nameOf(Language other) {
    return LanguageWords.of(other);
  }

  public String words() {
    return WORDS;
  }

  public int largestBytes() {
    return Bringing.LARGEST_BYTES;
  }

  private static String wordsOfAll() {
    Map<String, Map<String, String>> all = new TreeMap<>();
    for (Language language : Language.values()) {
      all.put(language.tag(), PhoneWords.in(language).page());
    }
    try {
      return JsonMapper.builder().build().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words have no JSON", e);
    }
  }
}
