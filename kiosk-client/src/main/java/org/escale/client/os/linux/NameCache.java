package org.escale.client.os.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escale.protocol.WipeItem;

/**
 * Names of sites that the machine remembers having looked up. A visit asks the servers of its own
 * settings and not the machine's cache; this forgets them all the same.
 */
final class NameCache implements Leftover {

  private static final Path RESOLVED = Path.of("/run/systemd/resolve/io.systemd.Resolve");
  private static final Path NSCD = Path.of("/run/nscd/socket");

  private static final Pattern RESOLVED_SIZE = Pattern.compile("Current Cache Size: *(\\d+)");
  private static final Pattern HOSTS_PART = Pattern.compile("(?s)hosts cache:.*?(?=\\n\\S|\\z)");
  private static final Pattern NSCD_SIZE =
      Pattern.compile("(\\d+)\\s+current number of cached values");

  private final CommandRunner commands;

  NameCache(CommandRunner commands) {
    this.commands = commands;
  }

  @Override
  public WipeItem item() {
    return WipeItem.DNS_CACHE;
  }

  @Override
  public boolean isHere() {
    return Files.exists(RESOLVED) || Files.exists(NSCD);
  }

  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  @Override
  public int clean() throws LinuxException {
    int found = count();
    if (Files.exists(RESOLVED)) {
      commands.run(List.of("resolvectl", "flush-caches"));
    }
    if (Files.exists(NSCD)) {
      commands.run(List.of("nscd", "--invalidate=hosts"));
    }
    return found;
  }

  @Override
  public int count() throws LinuxException {
    int found = 0;
    if (Files.exists(RESOLVED)) {
      found += resolved(commands.run(List.of("resolvectl", "statistics")));
    }
    if (Files.exists(NSCD)) {
      found += nscd(commands.run(List.of("nscd", "--statistics")));
    }
    return found;
  }

  /** Reads what {@code resolvectl statistics} prints. */
  static int resolved(String statistics) throws LinuxException {
    return number(RESOLVED_SIZE.matcher(statistics));
  }

  /** Reads what {@code nscd --statistics} prints, of the hosts alone. */
  static int nscd(String statistics) throws LinuxException {
    Matcher hosts = HOSTS_PART.matcher(statistics);
    if (!hosts.find()) {
      throw new LinuxException("the cache of names does not say what it holds");
    }
    return number(NSCD_SIZE.matcher(hosts.group()));
  }

  private static int number(Matcher matcher) throws LinuxException {
    if (!matcher.find()) {
      throw new LinuxException("the cache of names does not say what it holds");
    }
    return Integer.parseInt(matcher.group(1));
  }
}
