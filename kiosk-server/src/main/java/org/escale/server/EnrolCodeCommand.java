package org.escale.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.CannotStartException.Reason;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.platform.trust.CentreAuthority;
import org.escale.server.stations.StationEnrolment;
import org.escale.server.stations.jdbc.JdbcEnrolments;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Prints a code to enrol one station, like the console does. It writes to the database beside a
 * running server, which is safe: SQLite lets one of them write at a time.
 */
@Command(
    name = "enrol-code",
    description = "Prints a code that enrols one station, good once and for a day.",
    mixinStandardHelpOptions = true)
final class EnrolCodeCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data folder.")
  private Path dataDir = Path.of("");

  @Option(
      names = "--station",
      required = true,
      paramLabel = "NAME",
      description = "What the station will be called.")
  private String stationName = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws CannotStartException {
    if (!StationEnrolment.isName(stationName)) {
      throw new CannotStartException(Reason.BAD_SETTINGS, "A station's name has 1 to 30 signs.");
    }
    Path databasePath = DataFolder.databasePath(dataDir);
    if (!Files.exists(databasePath)) {
      throw new CannotStartException(
          Reason.BAD_SETTINGS, "There is no server's data in " + dataDir + "; start it first.");
    }
    String code = issue(databasePath);
    Objects.requireNonNull(spec).commandLine().getOut().println(code);
    return 0;
  }

  private String issue(Path databasePath) throws CannotStartException {
    InstantSource clock = InstantSource.system();
    SecureRandom random = new SecureRandom();
    try (Database database = Database.open(databasePath)) {
      CentreAuthority authority = CentreAuthority.open(dataDir, "Escale", Set.of(), random, clock);
      return new StationEnrolment(
              new JdbcEnrolments(database, CentreId.of(database, clock)),
              authority.publicKey(),
              random,
              clock)
          .issueCode(stationName)
          .spelled();
    }
  }
}
