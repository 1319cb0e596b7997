package org.escale.server.stations.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escale.protocol.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What the switchboard holds for one station: its link, if it is connected, and the commands that
 * wait for an answer. Guarded by its own lock, which is held for short bookkeeping only.
 */
final class StationLine {

  private final Map<CommandId, PendingCommand> pending = new LinkedHashMap<>();
  private @Nullable StationLink link;

  /** Held while a report is stored, so that those of one station are taken one at a time. */
  final Object reports = new Object();

  /**
   * @return the link that this one replaces
   */
  synchronized @Nullable StationLink connect(StationLink fresh) {
    StationLink older = link;
    link = fresh;
    return older;
  }

  /** True if it was the station's present link. */
  synchronized boolean disconnect(StationLink closed) {
    boolean present = closed.equals(link);
    if (present) {
      link = null;
    }
    return present;
  }

  synchronized @Nullable StationLink link() {
    return link;
  }

  /**
   * Adds a command, unless one of this id waits already.
   *
   * @return the one that waits now, new or old
   */
  synchronized PendingCommand add(PendingCommand command) {
    PendingCommand waiting = pending.putIfAbsent(command.command().id(), command);
    return waiting == null ? command : waiting;
  }

  /** The command of this id that waits for an answer; null if none does. */
  synchronized @Nullable PendingCommand waiting(CommandId id) {
    return pending.get(id);
  }

  synchronized List<PendingCommand> unanswered() {
    return List.copyOf(pending.values());
  }

  /**
   * @return the command, unless it was answered or given up before
   */
  synchronized @Nullable PendingCommand remove(CommandId id) {
    return pending.remove(id);
  }

  synchronized List<PendingCommand> removeThoseOver() {
    List<PendingCommand> over = new ArrayList<>();
    pending
        .values()
        .removeIf(
            command -> {
              if (command.isOver()) {
                over.add(command);
                return true;
              }
              return false;
            });
    return over;
  }
}
