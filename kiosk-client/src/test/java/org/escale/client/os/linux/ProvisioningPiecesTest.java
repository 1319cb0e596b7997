package org.escale.client.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pieces of an installation, read by the programs that they are meant for. */
@Tag("machine")
class ProvisioningPiecesTest {

  private static final Path PROVISIONING =
      Path.of("..", "provisioning").toAbsolutePath().normalize();
  private static final Path ETC = PROVISIONING.resolve("station/system/etc");
  private static final Path SERVER_UNIT =
      PROVISIONING.resolve("server/system/etc/systemd/system/escale-server.service");

  @Test
  void systemdUnderstandsEveryUnit() {
    List<String> units =
        Machine.run("find", ETC.toString(), SERVER_UNIT.toString(), "-name", "*.service")
            .lines()
            .toList();

    for (String unit : units) {
      assertThat(
              Machine.attempt("systemd-analyze", "verify", "--recursive-errors=no", unit)
                  .output()
                  .lines()
                  .filter(line -> line.contains("escale-"))
                  .filter(line -> !line.contains("is not executable: No such file")))
          .as(unit)
          .isEmpty();
    }
    assertThat(units).hasSize(5);
  }

  @Test
  void systemdFindsTheServerWellShutIn() {
    assertThat(exposure(SERVER_UNIT)).isLessThan(2);
    assertThat(exposure(ETC.resolve("systemd/system/escale-window-manager.service"))).isLessThan(2);
  }

  @Test
  void polkitsRuleRefusesTheStationsUsersAlone() {
    String answers =
        duktape(
            """
            var rules = [];
            var polkit = {addRule: function (rule) { rules.push(rule); },
              Result: {NO: 'no', NOT_HANDLED: 'not handled'}};
            %s
            print(['visitor', 'escale-display', 'escale-sound', 'kiosk', 'root', 'maria'].map(function (user) {
              return rules[0]({id: 'org.freedesktop.login1.power-off'}, {user: user});
            }).join());
            """
                .formatted(read(ETC.resolve("polkit-1/rules.d/00-escale.rules"))));

    assertThat(answers.strip()).isEqualTo("no,no,no,no,not handled,not handled");
  }

  @Test
  void cupsUnderstandsItsSettings(@TempDir Path dir) throws IOException {
    Files.createDirectories(dir.resolve("spool/tmp"));
    Path places = dir.resolve("cups-files.conf");
    Files.writeString(
        places,
        read(ETC.resolve("cups/cups-files.conf"))
            .replace("/run/escale-spool", dir.resolve("spool").toString()));

    Machine.Ended tried =
        Machine.attempt(
            "/usr/sbin/cupsd",
            "-t",
            "-c",
            ETC.resolve("cups/cupsd.conf").toString(),
            "-s",
            places.toString());

    assertThat(tried.output()).contains("is OK");
    assertThat(tried.exitCode()).isZero();
  }

  private static double exposure(Path unit) {
    String said =
        Machine.attempt(
                "systemd-analyze", "security", "--offline=true", "--no-pager", unit.toString())
            .output();
    return Double.parseDouble(
        said.replaceAll("(?s).*Overall exposure level for [^:]*: ([0-9.]+) .*", "$1"));
  }

  private static String duktape(String script) {
    try {
      Path file = Files.createTempFile("polkit", ".js");
      try {
        Files.writeString(file, script);
        return Machine.run("duk", file.toString());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
