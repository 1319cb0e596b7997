package org.escale.client.os.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one output of a screen is set, as {@code xrandr --verbose} prints it.
 *
 * @param mode number of the resolution, in hexadecimal
 * @param place of its corner, for example {@code 0x0}
 * @param turned rotation and reflection
 * @param light gamma and brightness
 */
record ScreenOutput(String name, String mode, String place, String turned, String light) {

  /** What {@code xrandr} prints after {@code --gamma 1:1:1 --brightness 1}. */
  static final String PLAIN_LIGHT = "1.0:1.0:1.0 1.0";

  private static final Pattern OUTPUT =
      Pattern.compile(
          "(?m)^(\\S+) connected (?:primary )?\\d+x\\d+\\+(-?\\d+)\\+(-?\\d+)"
              + " \\((0x[0-9a-f]+)\\) ([^(]*?) ?\\(");
  private static final Pattern GAMMA = Pattern.compile("(?m)^\\s+Gamma:\\s+(\\S+)");
  private static final Pattern BRIGHTNESS = Pattern.compile("(?m)^\\s+Brightness:\\s+(\\d+\\.\\d)");

  /** Those in use. */
  static List<ScreenOutput> parse(String printed) {
    List<ScreenOutput> outputs = new ArrayList<>();
    Matcher output = OUTPUT.matcher(printed);
    while (output.find()) {
      String rest = printed.substring(output.end());
      outputs.add(
          new ScreenOutput(
              output.group(1),
              output.group(4),
              output.group(2) + "x" + output.group(3),
              output.group(5).replace(' ', '-'),
              first(GAMMA, rest) + " " + first(BRIGHTNESS, rest)));
    }
    return outputs;
  }

  /** True if nobody would see a difference: plain light is as good as what was there at first. */
  boolean isLike(ScreenOutput before) {
    return name.equals(before.name)
        && mode.equals(before.mode)
        && place.equals(before.place)
        && turned.equals(before.turned)
        && (light.equals(before.light) || light.equals(PLAIN_LIGHT));
  }

  /** What {@code xrandr} is told to bring it back to this. */
  List<String> arguments() {
    return List.of(
        "--output",
        name,
        "--mode",
        mode,
        "--pos",
        place,
        "--rotate",
        turned.replaceFirst("-.*", ""),
        "--reflect",
        reflection(),
        "--gamma",
        "1:1:1",
        "--brightness",
        "1");
  }

  private String reflection() {
    boolean x = turned.contains("X");
    boolean y = turned.contains("Y");
    return x || y ? (x ? "x" : "") + (y ? "y" : "") : "normal";
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "none";
  }
}
