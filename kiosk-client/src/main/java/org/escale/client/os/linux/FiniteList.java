package org.escale.client.os.linux;

import java.util.List;
import java.util.Set;

/**
 * All that a visit can leave outside its bubble, in the order in which it is cleaned. A service
 * that acts for a visitor is added here before it is let in.
 */
final class FiniteList {

  private FiniteList() {}

  static List<Leftover> of(
      CommandRunner commands,
      LinuxSettings settings,
      Account visitor,
      Account displayAccount,
      Account shell,
      RunFolders folders,
      VisitNetwork network,
      VisitDisplay display,
      Sticks sticks) {
    Set<Integer> uids = Set.of(visitor.uid(), displayAccount.uid());
    return List.of(
        display,
        new VisitProcesses(uids),
        new SharedMemory(commands, uids),
        network,
        new ConnectionMemory(),
        new KernelKeys(commands, visitor),
        new FilesOutside(uids),
        new CoreDumps(uids),
        SpokenWords.of(shell),
        new NameCache(commands),
        new ScreenSettings(commands, settings),
        sticks,
        new Mounts(commands, settings.runDir()),
        folders,
        // Last, because a page that is coming out is given its time.
        new PrintJobs(commands, settings.devices(), PrintJobs.PATIENCE));
  }
}
