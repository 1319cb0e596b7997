package org.escale.client.shell.words;

import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;
import org.escale.protocol.Language;

/**
 * All words in one language. Digits are the ones printed on the keyboard (0 to 9) in every
 * language, because tickets and times are compared with keys, slips and clocks. Immutable.
 */
public final class Words {

  private static final String BUNDLE = "org.escale.client.shell.words.words";

  private static final long MEGA = 1_000_000;
  private static final long GIGA = 1_000_000_000;

  /** A number stays on one line with what it counts. */
  private static final Pattern NUMBER_THEN_UNIT = Pattern.compile("([0-9]) ");

  /** Marks that are not drawn. */
  private static final char RIGHT_TO_LEFT = '\u200f';

  private static final char LEFT_TO_RIGHT = '\u200e';

  private final Language language;
  private final ULocale locale;
  private final ResourceBundle bundle;

  private Words(Language language) {
    this.language = language;
    this.locale = ULocale.forLanguageTag(language.tag() + "-u-nu-latn");
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE, language.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  public static Words in(Language language) {
    return new Words(language);
  }

  public Language language() {
    return language;
  }

  public String of(String key) {
    return of(key, Map.of());
  }

  /**
   * @param values by the name of their placeholder
   */
  public String of(String key, Map<String, Object> values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }

  /**
   * The same words where they stand alone, as on a button: with a capital letter if there is one.
   */
  public String alone(String text) {
    return CaseMap.toTitle()
        .wholeString()
        .noLowercase()
        .apply(locale.toLocale(), null, text, new StringBuilder(), null)
        .toString();
  }

  /**
   * What begins with somebody's own word, in whatever script, read in this language's direction.
   */
  public String beginningWith(String own, String rest) {
    return (locale.isRightToLeft() ? RIGHT_TO_LEFT : LEFT_TO_RIGHT) + own + rest;
  }

  /** The words of one value of an enum: {@code prefix.NAME}. */
  public String of(String prefix, Enum<?> value) {
    return of(prefix + "." + value.name());
  }

  /** The time of day as people say it: 14 h 30, 14:30. */
  public String time(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(bundle.getString("time.pattern"), Locale.ROOT)
        .withZone(zone)
        .format(instant);
  }

  /** The day with its weekday. */
  public String day(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofPattern(
            bundle.getString("day.pattern"), Locale.forLanguageTag(locale.toLanguageTag()))
        .withZone(zone)
        .format(instant);
  }

  /** The weekday's name. */
  public String weekday(LocalDate day) {
    return date("weekday.pattern", day);
  }

  /** The day of the month and a short month, beside a weekday. */
  public String shortDate(LocalDate day) {
    return date("date.pattern", day);
  }

  private String date(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(
            bundle.getString(pattern), Locale.forLanguageTag(locale.toLanguageTag()))
        .format(day);
  }

  /** How much a stick holds, as people say it: 12 GB, 3.5 GB, 800 MB. */
  public String size(long bytes) {
    boolean giga = bytes >= GIGA;
    double count = (double) bytes / (giga ? GIGA : MEGA);
    double said = giga && count < 10 ? Math.floor(count * 10) / 10 : Math.floor(count);
    return MeasureFormat.getInstance(locale, FormatWidth.SHORT)
        .format(new Measure(said, giga ? MeasureUnit.GIGABYTE : MeasureUnit.MEGABYTE))
        .replace(' ', '\u00a0');
  }

  /** Spoken: hours and minutes, or seconds when less than a minute is left. */
  public String duration(Duration duration) {
    List<Measure> parts = new ArrayList<>();
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      parts.add(new Measure(seconds, MeasureUnit.SECOND));
    } else {
      if (seconds >= 3600) {
        parts.add(new Measure(seconds / 3600, MeasureUnit.HOUR));
      }
      if (seconds % 3600 >= 60) {
        parts.add(new Measure(seconds % 3600 / 60, MeasureUnit.MINUTE));
      }
    }
    String spoken =
        MeasureFormat.getInstance(locale, FormatWidth.WIDE)
            .formatMeasures(parts.toArray(Measure[]::new));
    return NUMBER_THEN_UNIT.matcher(spoken).replaceAll("$1\u00a0");
  }
}
