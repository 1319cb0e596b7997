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
      Accounts accounts,
      RunFolders folders,
      VisitNetwork network,
      VisitDisplay display,
      VisitSound sound,
      Sticks sticks) {
    Set<Integer> uids = accounts.ofVisit();
    return List.of(
        display,
        sound,
        new VisitProcesses(uids),
        new SharedMemory(commands, uids),
        network,
        new ConnectionMemory(),
        new KernelKeys(commands, accounts.visitor()),
        new FilesOutside(uids),
        new CoreDumps(uids),
        SpokenWords.of(accounts.shell()),
        new NameCache(commands),
        new ScreenSettings(commands, settings),
        new MixerSettings(commands, settings),
        sticks,
        new Mounts(commands, settings.runDir()),
        folders,
        // Last, because a page that is coming out is given its time.
        new PrintJobs(commands, settings.devices(), PrintJobs.PATIENCE));
  }
}
