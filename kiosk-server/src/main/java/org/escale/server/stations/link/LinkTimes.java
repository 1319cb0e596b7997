package org.escale.server.stations.link;

import java.time.Duration;
import org.escale.protocol.Command;
import org.escale.protocol.Protocol;

/**
 * How long the link waits for what.
 *
 * @param unlockLife an unlock that is not confirmed by then has failed: nobody shall find an open
 *     station minutes later
 * @param otherLife how long any other command is worth carrying out
 */
public record LinkTimes(
    Duration pingEvery, Duration deadAfter, Duration unlockLife, Duration otherLife) {

  public static LinkTimes standard() {
    return new LinkTimes(
        Protocol.PING_EVERY, Protocol.DEAD_AFTER, Duration.ofSeconds(30), Duration.ofMinutes(5));
  }

  Duration lifeOf(Command command) {
    return switch (command) {
      case Command.Unlock _, Command.EmergencyCodes _, Command.Message _, Command.Hide _ ->
          unlockLife;
      case Command.Extend _,
          Command.Shorten _,
          Command.End _,
          Command.Wipe _,
          Command.Hold _,
          Command.OutOfService _,
          Command.InService _ ->
          otherLife;
    };
  }
}
