package org.escale.client.shell.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  private static final List<List<String>> WRITTEN_ON =
      List.of(
          List.of("text", "ground"),
          List.of("text", "surface"),
          List.of("text-quiet", "ground"),
          List.of("text-quiet", "surface"),
          List.of("action", "surface"),
          List.of("action-text", "action"),
          List.of("soon-text", "soon"),
          List.of("danger-text", "danger"),
          List.of("done-text", "done"));
  private static final List<String> TICKETS =
      List.of("blue", "green", "orange", "pink", "red", "violet");

  @ParameterizedTest
  @ValueSource(strings = {".root", ".root.dark", ".root.high-contrast"})
  void wordsStandOutSevenToOneInEverySet(String set) throws IOException {
    Map<String, Double> light = luminances(set);

    for (List<String> pair : WRITTEN_ON) {
      assertThat(contrast(light, pair.get(0), pair.get(1)))
          .as("%s %s", set, pair)
          .isGreaterThanOrEqualTo(7.0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".root", ".root.dark", ".root.high-contrast"})
  void ticketPicturesAndTheFocusStandOut(String set) throws IOException {
    Map<String, Double> light = luminances(set);

    for (String colour : TICKETS) {
      assertThat(contrast(light, "ticket-text", "ticket-" + colour))
          .as(colour)
          .isGreaterThanOrEqualTo(4.5);
    }
    assertThat(contrast(light, "focus", "ground")).isGreaterThanOrEqualTo(3.0);
    assertThat(contrast(light, "line", "ground")).isGreaterThanOrEqualTo(3.0);
  }

  private static double contrast(Map<String, Double> light, String one, String other) {
    double a = Objects.requireNonNull(light.get(one), one);
    double b = Objects.requireNonNull(light.get(other), other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static Map<String, Double> luminances(String set) throws IOException {
    String css;
    try (InputStream sheet =
        Objects.requireNonNull(Look.class.getResourceAsStream("../shell.css"))) {
      css = new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    }
    int begin = css.indexOf("\n" + set + " {");
    String block = css.substring(begin, css.indexOf('}', begin));
    Map<String, Double> luminances = new HashMap<>();
    Matcher tokens = Pattern.compile("-([a-z-]+): #([0-9A-F]{6});").matcher(block);
    while (tokens.find()) {
      luminances.put(tokens.group(1), luminance(Integer.parseInt(tokens.group(2), 16)));
    }
    return luminances;
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double share = (channel & 0xFF) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
