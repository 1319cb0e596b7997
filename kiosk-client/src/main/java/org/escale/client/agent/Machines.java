package org.escale.client.agent;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import org.escale.client.os.linux.CommandRunner;
import org.escale.client.os.linux.LinuxBootClock;
import org.escale.client.os.linux.LinuxShellHost;
import org.escale.client.os.linux.LinuxVisitSpace;
import org.escale.client.station.port.VisitSpaceException;

/** Makes the machine that the settings name. */
final class Machines {

  static Machine of(AgentConfig config) throws CannotStartException {
    return switch (config.adapter()) {
      case LINUX -> linux(config);
    };
  }

  private static Machine linux(AgentConfig config) throws CannotStartException {
    CommandRunner commands = new CommandRunner();
    try {
      return new Machine(
          new LinuxVisitSpace(config.linux(), commands),
          new LinuxShellHost(config.linux(), commands, config.shellCommand()),
          new LinuxBootClock(),
          user(config.linux().users().shell()),
          false);
    } catch (VisitSpaceException e) {
      throw new CannotStartException(
          "This machine cannot hold a visit: " + e.getMessage() + ".", e);
    }
  }

  private static UserPrincipal user(String name) throws CannotStartException {
    try {
      return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name);
    } catch (IOException e) {
      throw new CannotStartException("There is no user " + name + " on this machine.", e);
    }
  }

  private Machines() {}
}
