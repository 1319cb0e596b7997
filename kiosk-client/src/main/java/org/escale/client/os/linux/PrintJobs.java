package org.escale.client.os.linux;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.protocol.WipeItem;

/**
 * What a visit prints. A station's CUPS serves nobody else, so every job there is the visit's: the
 * name that a program gives for its job's owner is not believed.
 */
final class PrintJobs implements Leftover {

  /** How long a page that is coming out may take until it is taken back. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration SOON = Duration.ofSeconds(3);
  private static final long LOOK_AGAIN_MS = 200;
  private static final Pattern JOB = Pattern.compile("^(\\S+-\\d+) ");
  private static final Pattern PRINTING =
      Pattern.compile("^printer \\S+ now printing (\\S+-\\d+)\\.");

  /** Pages (d…) and what CUPS notes of a job (c…), its title among it. */
  private static final String SPOOLED = "[cd][0-9]*";

  private final CommandRunner commands;
  private final LinuxSettings.Devices devices;
  private final Duration patience;

  PrintJobs(CommandRunner commands, LinuxSettings.Devices devices, Duration patience) {
    this.commands = commands;
    this.devices = devices;
    this.patience = patience;
  }

  /**
   * Jobs that are not out yet.
   *
   * @param ready the printer takes pages
   */
  record Queue(boolean ready, Set<String> printing, Set<String> waiting) {

    static final Queue NONE = new Queue(false, Set.of(), Set.of());

    /** Reads what {@code lpstat} says of all printers and of the jobs that are not out. */
    static Queue read(String printer, String said) {
      Set<String> jobs = new HashSet<>();
      Set<String> printing = new HashSet<>();
      boolean accepting = false;
      for (String line : said.lines().toList()) {
        accepting |= line.startsWith(printer + " accepting");
        Matcher job = JOB.matcher(line);
        if (job.find()) {
          jobs.add(job.group(1));
        }
        Matcher now = PRINTING.matcher(line);
        if (now.find()) {
          printing.add(now.group(1));
        }
      }
      jobs.removeAll(printing);
      return new Queue(accepting, printing, jobs);
    }

    int size() {
      return printing.size() + waiting.size();
    }
  }

  @Override
  public WipeItem item() {
    return WipeItem.PRINT_JOBS;
  }

  @Override
  public boolean isHere() {
    return !devices.printer().isEmpty();
  }

  /** What is in the printer now; nothing where there is none. */
  Queue look() throws LinuxException {
    if (!isHere() || !isRunning()) {
      return Queue.NONE;
    }
    return Queue.read(
        devices.printer(),
        cups("lpstat", "-a", devices.printer(), "-p", "-W", "not-completed", "-o"));
  }

  /**
   * Takes back what waits, gives a page that is coming out its time, then takes back everything and
   * forgets what was printed. Returns how many jobs there were.
   */
  @Override
  public int clean() throws LinuxException {
    if (!isRunning()) {
      return deleteSpooled();
    }
    Queue found = look();
    for (String job : found.waiting()) {
      attempt("cancel", "-x", job);
    }
    Await.holdsWithin(patience, LOOK_AGAIN_MS, () -> look().printing().isEmpty());
    cups("cancel", "-a", "-x");
    Await.holdsWithin(SOON, LOOK_AGAIN_MS, () -> count() == 0);
    return found.size() + deleteSpooled();
  }

  /** Jobs that may still come out, and what is left of any on the spool. */
  @Override
  public int count() throws LinuxException {
    return look().size() + spooled().size();
  }

  /** Without CUPS nothing comes out, and its spool can be looked through all the same. */
  private boolean isRunning() {
    try (SocketChannel _ =
        SocketChannel.open(UnixDomainSocketAddress.of(devices.printSocketPath()))) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private int deleteSpooled() throws LinuxException {
    List<Path> left = spooled();
    for (Path path : left) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        throw new LinuxException("the printer's spool cannot be cleaned", e);
      }
    }
    return left.size();
  }

  private List<Path> spooled() throws LinuxException {
    List<Path> found = new ArrayList<>(filesIn(devices.printSpoolDir(), SPOOLED));
    found.addAll(filesIn(devices.printSpoolDir().resolve("tmp"), "*"));
    return found;
  }

  private static List<Path> filesIn(Path dir, String names) throws LinuxException {
    List<Path> found = new ArrayList<>();
    if (!Files.isDirectory(dir)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(dir, names)) {
      for (Path file : files) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          found.add(file);
        }
      }
      return found;
    } catch (IOException | DirectoryIteratorException e) {
      throw new LinuxException("the printer's spool cannot be looked through", e);
    }
  }

  /** A job may have come out meanwhile. */
  private void attempt(String program, String... arguments) {
    try {
      cups(program, arguments);
    } catch (LinuxException gone) {
      // What is left is taken back with all the others.
    }
  }

  private String cups(String program, String... arguments) throws LinuxException {
    List<String> command =
        new ArrayList<>(List.of(program, "-h", devices.printSocketPath().toString()));
    command.addAll(List.of(arguments));
    return commands.run(command);
  }
}
