package org.escale.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.escale.protocol.EnrolmentCode;
import org.escale.server.ChildServer.Run;
import org.escale.server.platform.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts the program gets when it cannot start: one sentence and an exit code. */
class ServerMainTest {

  @TempDir Path dir;

  @Test
  void aPortThatIsTakenIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      Run https = serve("--https-port", port, "--http-port", "0");
      Run http = serve("--https-port", "0", "--http-port", port);

      assertFailed(https, 3, "Port " + port);
      assertFailed(http, 3, "Port " + port);
    }
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws Exception {
    Path inItsPlace = Files.writeString(dir.resolve("data"), "a file");

    assertFailed(serve("--https-port", "0", "--http-port", "0"), 4, inItsPlace.toString());
  }

  @Test
  void aDatabaseOfANewerProgramIsLeftAlone() throws Exception {
    Path dataDir = Files.createDirectory(dir.resolve("data"));
    try (Database database = Database.open(dataDir.resolve("escale.db"))) {
      database.write(
          handle ->
              handle.execute(
                  """
                  INSERT INTO flyway_schema_history
                  SELECT 9999, '9999', 'later', type, 'V9999__later.sql', checksum, installed_by,
                         installed_on, execution_time, success
                  FROM flyway_schema_history WHERE installed_rank = 1\
                  """));
    }

    assertFailed(serve("--https-port", "0", "--http-port", "0"), 5, "newer version");
  }

  @Test
  void aWrongSettingIsNamed() {
    assertFailed(serve("--https-port", "many"), 2, "https.port");
  }

  @Test
  void aSecondServerOnTheSameDataIsRefused() throws Exception {
    try (ChildServer first = ChildServer.serve(ChildServer.onFreePorts(dir.resolve("data")))) {
      first.awaitPort();

      assertFailed(serve("--https-port", "0", "--http-port", "0"), 6, "Another server");

      Run code =
          ChildServer.run(
              "enrol-code", "--data", dir.resolve("data").toString(), "--station", "Poste 1");
      assertThat(code.exitCode()).isZero();
      assertThat(EnrolmentCode.parse(code.out().strip())).isPresent();
    }
  }

  private Run serve(String... more) {
    String[] arguments = new String[5 + more.length];
    arguments[0] = "serve";
    arguments[1] = "--data";
    arguments[2] = dir.resolve("data").toString();
    arguments[3] = "--address";
    arguments[4] = "127.0.0.1";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return ChildServer.run(arguments);
  }

  private static void assertFailed(Run run, int exitCode, String word) {
    assertThat(run.err().strip().lines()).as(run.err()).hasSize(1);
    assertThat(run.err().strip()).contains(word).endsWith(".");
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }
}
