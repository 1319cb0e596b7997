package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.client.station.port.SlipPrinter;
import org.escale.client.station.port.SlipPrinterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A slip printer that CUPS knows. */
public final class CupsSlipPrinter implements SlipPrinter {

  private static final Logger log = LoggerFactory.getLogger(CupsSlipPrinter.class);

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_AGAIN_MS = 200;

  /** One dot of the picture is one dot of a usual small printer, or codes would be distorted. */
  private static final List<String> TRUE_SIZE =
      List.of("-o", "ppi=203", "-o", "print-scaling=auto-fit");

  private static final Pattern JOB = Pattern.compile("request id is (\\S+-\\d+) ");

  private final CommandRunner commands;
  private final Path runDir;
  private final String queue;
  private final List<String> server;
  private final Duration patience;

  /**
   * @param runDir in memory only
   * @param queue its name at CUPS; empty: there is none
   */
  public CupsSlipPrinter(CommandRunner commands, Path runDir, String queue) {
    this(commands, runDir, queue, List.of(), PATIENCE);
  }

  /**
   * @param server options that name another CUPS than the machine's own
   * @param patience how long a slip may take to come out
   */
  CupsSlipPrinter(
      CommandRunner commands, Path runDir, String queue, List<String> server, Duration patience) {
    this.commands = commands;
    this.runDir = runDir;
    this.queue = queue;
    this.server = List.copyOf(server);
    this.patience = patience;
  }

  @Override
  public boolean isThere() {
    if (queue.isEmpty()) {
      return false;
    }
    Optional<String> obstacle = obstacle();
    obstacle.ifPresent(why -> log.info("no slips are printed: {}", why));
    return obstacle.isEmpty();
  }

  @Override
  public void print(byte[] page) throws SlipPrinterException {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw new SlipPrinterException(obstacle.get());
    }
    try {
      String job = handOver(page);
      if (!isOut(job)) {
        takeBack(job);
        throw new SlipPrinterException("the printer " + queue + " did not print the slip");
      }
    } catch (IOException | LinuxException e) {
      throw new SlipPrinterException("the slip could not be handed to the printer", e);
    }
  }

  /** Why nothing would come out now; empty if something would. */
  private Optional<String> obstacle() {
    try {
      List<String> lines = cups("lpstat", "-a", queue, "-p", queue).lines().toList();
      if (lines.stream().noneMatch(line -> line.startsWith(queue + " accepting"))) {
        return Optional.of("the printer " + queue + " takes no pages");
      }
      return lines.stream().anyMatch(line -> line.startsWith("printer " + queue + " disabled"))
          ? Optional.of("the printer " + queue + " is stopped")
          : Optional.empty();
    } catch (LinuxException e) {
      return Optional.of(e.getMessage() == null ? "CUPS does not answer" : e.getMessage());
    }
  }

  /** Returns the job's id. */
  private String handOver(byte[] page) throws IOException, LinuxException {
    Path pagePath =
        Files.createTempFile(
            runDir,
            "slip",
            ".png",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.write(pagePath, page);
      List<String> arguments = new ArrayList<>(List.of("-d", queue, "-t", "slip"));
      arguments.addAll(TRUE_SIZE);
      arguments.add(pagePath.toString());
      Matcher said = JOB.matcher(cups("lp", arguments.toArray(String[]::new)));
      if (!said.find()) {
        throw new LinuxException("lp did not say which job it is");
      }
      return said.group(1);
    } finally {
      Files.deleteIfExists(pagePath);
    }
  }

  /**
   * A job that CUPS itself has given up counts as out, since its commands tell no difference: a
   * queue for slips is to stop or to try again when its printer fails.
   */
  private boolean isOut(String job) throws LinuxException {
    Await.holdsWithin(patience, LOOK_AGAIN_MS, () -> !isWaiting(job) || isStopped());
    return !isWaiting(job);
  }

  private boolean isWaiting(String job) throws LinuxException {
    return cups("lpstat", "-W", "not-completed", "-o", queue)
        .lines()
        .anyMatch(line -> line.startsWith(job + " "));
  }

  /** A printer that has failed is stopped by CUPS, and its jobs wait for somebody to start it. */
  private boolean isStopped() throws LinuxException {
    return cups("lpstat", "-p", queue).startsWith("printer " + queue + " disabled");
  }

  /** It would come out later, with digits on it, when nobody waits for it any more. */
  private void takeBack(String job) {
    try {
      cups("cancel", "-x", job);
    } catch (LinuxException e) {
      log.warn("a slip that was not printed may still come out", e);
    }
  }

  private String cups(String program, String... arguments) throws LinuxException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(server);
    command.addAll(Arrays.asList(arguments));
    return commands.run(command);
  }
}
