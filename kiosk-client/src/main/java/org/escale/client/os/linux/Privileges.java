package org.escale.client.os.linux;

import java.util.List;

/** How a program that root starts becomes an ordinary user for good. */
final class Privileges {

  private Privileges() {}

  /** To be put before a command; it dies with the thread that started it. */
  static List<String> drop(Account account) {
    return List.of(
        "setpriv",
        "--reuid=" + account.uid(),
        "--regid=" + account.gid(),
        "--clear-groups",
        "--no-new-privs",
        "--inh-caps=-all",
        "--ambient-caps=-all",
        "--bounding-set=-all",
        "--pdeathsig=KILL");
  }
}
