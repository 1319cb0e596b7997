package org.escale.client.os.linux;

import java.util.Set;
import org.escale.protocol.WipeItem;

/** Programs of the visit's users, wherever they run. */
final class VisitProcesses implements Leftover {

  private final Set<Integer> uids;

  VisitProcesses(Set<Integer> uids) {
    this.uids = Set.copyOf(uids);
  }

  @Override
  public WipeItem item() {
    return WipeItem.PROCESSES;
  }

  @Override
  public int clean() throws LinuxException {
    return ProcessTable.killAllOf(uids);
  }

  @Override
  public int count() throws LinuxException {
    return ProcessTable.ofUsers(uids).size();
  }
}
