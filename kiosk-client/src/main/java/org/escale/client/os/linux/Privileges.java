package org.escale.client.os.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How a program that root starts becomes an ordinary user for good. */
final class Privileges {

  private Privileges() {}

  /** To be put before a command; it dies with the thread that started it. */
  static List<String> drop(Account account) {
    return drop(account, Set.of());
  }

  /** The same, but these groups are kept beside the user's own. */
  static List<String> drop(Account account, Set<Integer> groups) {
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid=" + account.uid(), "--regid=" + account.gid()));
    command.add(
        groups.isEmpty()
            ? "--clear-groups"
            : "--groups=" + groups.stream().map(String::valueOf).collect(Collectors.joining(",")));
    command.addAll(
        List.of(
            "--no-new-privs",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            "--bounding-set=-all",
            "--pdeathsig=KILL"));
    return command;
  }
}
