package org.escale.client.os.linux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escale.protocol.WipeItem;

/**
 * The keys that the kernel keeps for a user. They outlive every process and namespace; a visit is
 * refused them, and this looks whether that held. An empty keyring holds nothing and does not
 * count.
 */
final class KernelKeys implements Leftover {

  private static final Duration SOON = Duration.ofSeconds(2);
  private static final Path KEY_USERS = Path.of("/proc/key-users");

  /**
   * Empties the user's own keyrings and the persistent one, which must be at hand to be emptied.
   */
  private static final String CLEAR =
      """
      keyctl clear @u
      keyctl clear @us
      persistent=$(keyctl get_persistent @s) && keyctl clear "$persistent"
      true
      """;

  private final CommandRunner commands;
  private final Account account;

  KernelKeys(CommandRunner commands, Account account) {
    this.commands = commands;
    this.account = account;
  }

  @Override
  public WipeItem item() {
    return WipeItem.KERNEL_KEYS;
  }

  /** How many keys the user has. */
  @Override
  public int count() throws LinuxException {
    int all = keysOf(account.uid(), KernelFile.lines(KEY_USERS));
    return all == 0
        ? 0
        : Math.max(0, all - emptyKeyrings(account.uid(), asUser("cat", "/proc/keys")));
  }

  /** Removes them all; returns how many there were. */
  @Override
  public int clean() throws LinuxException {
    int found = count();
    if (found > 0) {
      asUser("keyctl", "session", "-", "/bin/sh", "-c", CLEAR);
      Await.holdsWithin(SOON, () -> count() == 0);
    }
    return found;
  }

  /** Reads the lines of /proc/key-users: {@code uid: usage all/instantiated …}. */
  static int keysOf(int uid, List<String> keyUsers) {
    return keyUsers.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[0].equals(uid + ":"))
        .mapToInt(fields -> Integer.parseInt(fields[2].split("/", 2)[0]))
        .findFirst()
        .orElse(0);
  }

  /** Reads the text of /proc/keys, where the sixth field is the owner. */
  static int emptyKeyrings(int uid, String keys) {
    return (int)
        keys.lines()
            .filter(line -> line.endsWith(": empty"))
            .map(line -> line.strip().split("\\s+"))
            .filter(fields -> fields[5].equals(Integer.toString(uid)) && isKeyring(fields))
            .count();
  }

  private static boolean isKeyring(String[] fields) {
    return fields[7].equals("keyring");
  }

  private String asUser(String... command) throws LinuxException {
    List<String> whole = new ArrayList<>(Privileges.drop(account));
    whole.addAll(Arrays.asList(command));
    return commands.run(whole);
  }
}
