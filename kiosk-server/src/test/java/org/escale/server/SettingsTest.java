package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.escale.server.platform.CannotStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  @TempDir Path dir;

  @Test
  void everySettingHasADefault() throws Exception {
    ServerConfig config = read(Map.of());

    assertThat(config.centreName()).isEqualTo("Escale");
    assertThat(config.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(config.bindAddress()).isEqualTo("0.0.0.0");
    assertThat(config.httpsPort()).isEqualTo(8443);
    assertThat(config.httpPort()).isEqualTo(8080);
    assertThat(config.slotLength()).isEqualTo(Duration.ofHours(1));
    assertThat(config.opening().fromMinute()).isZero();
    assertThat(config.opening().untilMinute()).isEqualTo(1440);
    assertThat(config.hostNames()).isEmpty();
    assertThat(config.phoneAddress()).isNull();
    assertThat(config.metricsToken()).isNull();
  }

  @Test
  void telephonesMayHaveAnAddressOfTheirOwn() throws Exception {
    assertThat(read(Map.of("phone.address", "https://escale.example")).phoneAddress())
        .isEqualTo(URI.create("https://escale.example"));
  }

  @Test
  void theFileIsReadAndTheCommandLineIsStronger() throws Exception {
    write("centre.name = Espace Nord\nhttps.port=9443\nopening=09:00-18:30\nslot.minutes=45\n");

    ServerConfig config = read(Map.of("https.port", "0"));

    assertThat(config.centreName()).isEqualTo("Espace Nord");
    assertThat(config.httpsPort()).isZero();
    assertThat(config.opening().fromMinute()).isEqualTo(540);
    assertThat(config.opening().untilMinute()).isEqualTo(1110);
    assertThat(config.slotLength()).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  void hostNamesAreListedWithCommas() throws Exception {
    assertThat(read(Map.of("host.names", "escale.local, salle.example")).hostNames())
        .containsExactly("escale.local", "salle.example");
  }

  @Test
  void anUnknownSettingIsNamedWithThoseThatExist() throws Exception {
    write("https.prot=9443\n");

    assertRefused(Map.of(), "https.prot", "https.port");
  }

  @Test
  void aFileThatIsAskedForMustExist() {
    assertThatThrownBy(() -> Settings.read(dir, dir.resolve("missing.properties"), Map.of()))
        .isInstanceOfSatisfying(
            CannotStartException.class,
            refusal ->
                assertThat(refusal.reason()).isEqualTo(CannotStartException.Reason.BAD_SETTINGS))
        .hasMessageContaining("missing.properties");
  }

  @ParameterizedTest
  @CsvSource({
    "https.port,70000",
    "phone.address,http://escale.example",
    "phone.address,https://escale.example/papers",
    "https.port,-1",
    "http.port,many",
    "slot.minutes,50",
    "slot.minutes,0",
    "slot.minutes,255",
    "opening,9-18",
    "opening,18:30-09:00",
    "opening,09:60-18:00",
    "opening,00:00-25:00",
    "opening,09:10-18:00",
    "centre.zone,Mars/Olympus",
    "centre.name,''",
    "address,localhost",
    "host.names,Not A Host",
    "metrics.token,short"
  })
  void aWrongValueIsNamedInOneSentence(String setting, String value) {
    assertRefused(Map.of(setting, value), setting);
  }

  private void assertRefused(Map<String, String> overrides, String... words) {
    assertThatThrownBy(() -> read(overrides))
        .isInstanceOfSatisfying(
            CannotStartException.class,
            refusal ->
                assertThat(refusal.reason()).isEqualTo(CannotStartException.Reason.BAD_SETTINGS))
        .message()
        .contains(words)
        .endsWith(".")
        .doesNotContain("\n");
  }

  private ServerConfig read(Map<String, String> overrides) throws CannotStartException {
    return Settings.read(dir, null, overrides);
  }

  private void write(String text) throws Exception {
    Files.writeString(dir.resolve(Settings.FILE_NAME), text);
  }
}
