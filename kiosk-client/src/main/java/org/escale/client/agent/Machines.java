package org.escale.client.agent;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.escale.client.os.linux.AllowedSites;
import org.escale.client.os.linux.CommandRunner;
import org.escale.client.os.linux.CupsSlipPrinter;
import org.escale.client.os.linux.LinuxBootClock;
import org.escale.client.os.linux.LinuxShellHost;
import org.escale.client.os.linux.LinuxVisitSpace;
import org.escale.client.os.linux.MemoryOnDisk;
import org.escale.client.os.rehearsal.RehearsalSettings;
import org.escale.client.os.rehearsal.RehearsalShellHost;
import org.escale.client.os.rehearsal.RehearsalVisitSpace;
import org.escale.client.station.port.VisitSpaceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the machine that the settings name. */
final class Machines {

  private static final Logger log = LoggerFactory.getLogger(Machines.class);

  /** What a rehearsal's programs are given of this user's environment. */
  private static final Set<String> REHEARSAL_KEEPS =
      Set.of("PATH", "HOME", "LANG", "USER", "XAUTHORITY", "XDG_RUNTIME_DIR");

  static Machine of(AgentConfig config) throws CannotStartException {
    return switch (config.adapter()) {
      case LINUX -> linux(config);
      case REHEARSAL -> rehearsal(config);
    };
  }

  private static Machine linux(AgentConfig config) throws CannotStartException {
    CommandRunner commands = new CommandRunner();
    for (MemoryOnDisk danger : MemoryOnDisk.find()) {
      log.warn("{}: {}", danger, danger.sentence());
    }
    AllowedSites sites = sites(config);
    try {
      return new Machine(
          new LinuxVisitSpace(config.linux(), commands, sites),
          new LinuxShellHost(config.linux(), commands, config.shellCommand()),
          new CupsSlipPrinter(commands, config.linux().runDir(), config.slipPrinter()),
          new LinuxBootClock(),
          user(config.linux().users().shell()),
          sites::know,
          false);
    } catch (VisitSpaceException e) {
      throw new CannotStartException(
          "This machine cannot hold a visit: " + e.getMessage() + ".", e);
    }
  }

  private static AllowedSites sites(AgentConfig config) throws CannotStartException {
    if (!config.guidesOnly()) {
      return AllowedSites.wholeWeb();
    }
    try {
      return AllowedSites.guidesOnly(config.sites());
    } catch (IllegalArgumentException e) {
      throw new CannotStartException("The setting browser.sites is " + e.getMessage() + ".", e);
    }
  }

  /** Browser, shell and agent are the same user's, on the display of the settings. */
  private static Machine rehearsal(AgentConfig config) throws CannotStartException {
    CommandRunner commands = new CommandRunner();
    Path runDir = config.linux().runDir();
    try {
      Files.createDirectories(runDir);
    } catch (IOException e) {
      throw new CannotStartException("The folder " + runDir + " cannot be written.", e);
    }
    Map<String, String> environment = rehearsalEnvironment(config.linux().outerDisplay().name());
    RehearsalSettings settings =
        new RehearsalSettings(
            config.linux().browserPath(),
            config.linux().startPage(),
            runDir,
            config.linux().outerDisplay().name(),
            environment,
            config.rehearsalBrowserArguments());
    return new Machine(
        new RehearsalVisitSpace(settings, commands),
        new RehearsalShellHost(
            commands, config.shellCommand(), environment, runDir.resolve("shell.log")),
        new CupsSlipPrinter(commands, runDir, config.slipPrinter()),
        new LinuxBootClock(),
        user(System.getProperty("user.name")),
        sites -> {},
        true);
  }

  private static Map<String, String> rehearsalEnvironment(String display) {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.keySet().retainAll(REHEARSAL_KEEPS);
    environment.put("DISPLAY", display);
    return environment;
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
