package org.escale.server;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.server.ServerConfig.Opening;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.jspecify.annotations.Nullable;

/** Settings as people write them, and what is wrong with them in one sentence. */
final class Settings {

  static final String FILE_NAME = "escale.properties";

  private static final Map<String, String> DEFAULTS =
      Map.of(
          "centre.name", "Escale",
          "centre.zone", "Europe/Paris",
          "address", "0.0.0.0",
          "https.port", "8443",
          "http.port", "8080",
          "slot.minutes", "60",
          "opening", "00:00-24:00",
          "host.names", "",
          "phone.address", "",
          "metrics.token", "");

  private static final int MAX_PORT = 65_535;
  private static final int MAX_CENTRE_NAME = 60;
  private static final int MIN_SLOT_MINUTES = 15;
  private static final int MAX_SLOT_MINUTES = 240;
  private static final int QUARTER_HOUR = 15;
  private static final int MIN_TOKEN = 16;
  private static final Pattern OPENING = Pattern.compile("(\\d\\d):(\\d\\d)-(\\d\\d):(\\d\\d)");
  private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
  private static final Pattern PHONE_ADDRESS =
      Pattern.compile("https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:]*");

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param file the file to read; null: the one in the data folder, if there is one
   * @param overrides stronger than the file
   */
  static ServerConfig read(Path dataDir, @Nullable Path file, Map<String, String> overrides)
      throws CannotStartException {
    Map<String, String> values = new HashMap<>(DEFAULTS);
    Path filePath = file == null ? dataDir.resolve(FILE_NAME) : file;
    if (file != null || Files.exists(filePath)) {
      values.putAll(fromFile(filePath));
    }
    values.putAll(overrides);
    return new Settings(values).checked(dataDir);
  }

  private static Map<String, String> fromFile(Path path) throws CannotStartException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new CannotStartException(
          Reason.BAD_SETTINGS, "The settings cannot be read from " + path + ".", e);
    }
    Map<String, String> values = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (!DEFAULTS.containsKey(key)) {
        throw bad("There is no setting \"%s\"; the settings are %s.".formatted(key, known()));
      }
      values.put(key, properties.getProperty(key).strip());
    }
    return values;
  }

  private ServerConfig checked(Path dataDir) throws CannotStartException {
    return new ServerConfig(
        dataDir,
        centreName(),
        zone(),
        address(),
        port("https.port"),
        port("http.port"),
        slotLength(),
        opening(),
        hostNames(),
        phoneAddress(),
        metricsToken());
  }

  private String centreName() throws CannotStartException {
    String name = value("centre.name");
    if (name.isBlank() || name.length() > MAX_CENTRE_NAME) {
      throw bad("centre.name must have 1 to %s signs.".formatted(MAX_CENTRE_NAME));
    }
    return name;
  }

  private ZoneId zone() throws CannotStartException {
    try {
      return ZoneId.of(value("centre.zone"));
    } catch (DateTimeException e) {
      throw bad(
          "centre.zone must be a time zone such as Europe/Paris, not \"%s\"."
              .formatted(value("centre.zone")));
    }
  }

  private String address() throws CannotStartException {
    String address = value("address");
    if (!ADDRESS.matcher(address).matches()) {
      throw bad(
          "address must be an IP address of this machine, or 0.0.0.0, not \"%s\"."
              .formatted(address));
    }
    return address;
  }

  private int port(String key) throws CannotStartException {
    return number(key, 0, MAX_PORT);
  }

  private Duration slotLength() throws CannotStartException {
    int minutes = number("slot.minutes", MIN_SLOT_MINUTES, MAX_SLOT_MINUTES);
    if (minutes % QUARTER_HOUR != 0) {
      throw bad("slot.minutes must be a multiple of %s, not %s.".formatted(QUARTER_HOUR, minutes));
    }
    return Duration.ofMinutes(minutes);
  }

  private Opening opening() throws CannotStartException {
    Matcher matcher = OPENING.matcher(value("opening"));
    try {
      if (matcher.matches()) {
        return new Opening(
            minuteOfDay(matcher.group(1), matcher.group(2)),
            minuteOfDay(matcher.group(3), matcher.group(4)));
      }
    } catch (IllegalArgumentException e) {
      // Said below, in the same words.
    }
    throw bad(
        "opening must be two quarter hours of a day such as 09:00-18:30 or 00:00-24:00, not \"%s\"."
            .formatted(value("opening")));
  }

  private static int minuteOfDay(String hour, String minute) {
    int minutes = Integer.parseInt(minute);
    if (minutes >= 60) {
      throw new IllegalArgumentException("no such minute");
    }
    return Integer.parseInt(hour) * 60 + minutes;
  }

  private List<String> hostNames() throws CannotStartException {
    List<String> names =
        Arrays.stream(value("host.names").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    for (String name : names) {
      if (!HOST_NAME.matcher(name).matches()) {
        throw bad(
            "host.names must be host names with commas between them, not \"%s\".".formatted(name));
      }
    }
    return names;
  }

  private @Nullable URI phoneAddress() throws CannotStartException {
    String address = value("phone.address");
    if (address.isEmpty()) {
      return null;
    }
    if (!PHONE_ADDRESS.matcher(address).matches()) {
      throw bad(
          "phone.address must be an address such as https://escale.example, not \"%s\"."
              .formatted(address));
    }
    return URI.create(address);
  }

  private @Nullable String metricsToken() throws CannotStartException {
    String token = value("metrics.token");
    if (token.isEmpty()) {
      return null;
    }
    if (token.length() < MIN_TOKEN) {
      throw bad("metrics.token must have at least %s signs.".formatted(MIN_TOKEN));
    }
    return token;
  }

  private int number(String key, int from, int to) throws CannotStartException {
    try {
      int number = Integer.parseInt(value(key));
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words.
    }
    throw bad(
        "%s must be a number from %s to %s, not \"%s\".".formatted(key, from, to, value(key)));
  }

  private String value(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalStateException("every setting has a default, but not " + key);
    }
    return value;
  }

  private static String known() {
    return String.join(", ", new TreeSet<>(DEFAULTS.keySet()));
  }

  private static CannotStartException bad(String sentence) {
    return new CannotStartException(Reason.BAD_SETTINGS, sentence);
  }
}
