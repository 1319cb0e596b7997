package org.escale.client.os.linux;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The network of a visit: a namespace of its own at the end of a virtual cable, behind the
 * station's address and a firewall table of our own.
 */
final class VisitNetwork {

  private static final Path FORWARDING = Path.of("/proc/sys/net/ipv4/ip_forward");

  /** On the cable's four addresses the machine has the first usable one, the visit the second. */
  private static final int MACHINE = 1;

  private static final int VISIT = 2;

  private final CommandRunner commands;
  private final String name;
  private final LinuxSettings.NetworkRules rules;
  private final Ipv4Network subnet;
  private final ConnectionMemory connections = new ConnectionMemory();

  /** Says that forwarding was off before, so that it is turned off again, whoever does it. */
  private final Path wasOffPath;

  VisitNetwork(CommandRunner commands, LinuxSettings settings) {
    this.commands = commands;
    this.name = settings.name();
    this.rules = settings.network();
    this.subnet = Ipv4Network.parse(rules.subnet());
    this.wasOffPath = settings.runDir().resolve("forwarding-was-off");
  }

  /** Where a process enters this network. */
  Path namespacePath() {
    return Path.of("/run/netns", name);
  }

  /** Makes all of it; the firewall stands before anything can be sent. */
  void create() throws LinuxException {
    boolean wasOff = KernelFile.read(FORWARDING).strip().equals("0");
    if (wasOff) {
      KernelFile.write(wasOffPath, "");
    }
    commands.run(List.of("nft", "-f", "-"), firewall(wasOff).text());
    commands.run(List.of("ip", "netns", "add", name));
    commands.run(List.of("ip", "-batch", "-"), machineSide());
    commands.run(List.of("ip", "-netns", name, "-batch", "-"), visitSide());
    KernelFile.write(FORWARDING, "1");
  }

  /** Takes all of it away; returns how much there was. */
  int remove() throws LinuxException {
    int found = parts();
    if (Files.exists(machineEndPath())) {
      commands.run(List.of("ip", "link", "delete", machineEnd()));
    }
    if (Files.exists(namespacePath())) {
      commands.run(List.of("ip", "netns", "delete", name));
    }
    if (tableExists()) {
      commands.run(List.of("nft", "-f", "-"), FirewallRules.removal(name));
    }
    stopForwarding();
    return found + connections.forget();
  }

  /** How much of it there is: cable, namespace, firewall table, remembered connections. */
  int count() throws LinuxException {
    return parts() + connections.count();
  }

  private int parts() throws LinuxException {
    int parts = tableExists() ? 1 : 0;
    parts += Files.exists(machineEndPath()) ? 1 : 0;
    parts += Files.exists(namespacePath()) ? 1 : 0;
    return parts;
  }

  private boolean tableExists() throws LinuxException {
    return commands
        .run(List.of("nft", "list", "tables"))
        .lines()
        .anyMatch(line -> line.equals("table inet " + name));
  }

  private void stopForwarding() throws LinuxException {
    try {
      if (Files.exists(wasOffPath)) {
        KernelFile.write(FORWARDING, "0");
        Files.delete(wasOffPath);
      }
    } catch (IOException e) {
      throw new LinuxException("cannot delete " + wasOffPath, e);
    }
  }

  private FirewallRules firewall(boolean onlyForTheVisit) throws LinuxException {
    return new FirewallRules(
        name,
        machineEnd(),
        subnet,
        Stream.concat(machineNetworks(), rules.never().stream().map(Ipv4Network::parse)).toList(),
        rules.dnsServers().stream().map(Ipv4Network::parse).toList(),
        rules.reachable().stream().map(Ipv4Network::parse).toList(),
        onlyForTheVisit);
  }

  private static Stream<Ipv4Network> machineNetworks() throws LinuxException {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(card -> card.getInterfaceAddresses().stream())
          .filter(address -> address.getAddress() instanceof Inet4Address)
          .map(
              address ->
                  Ipv4Network.parse(
                      address.getAddress().getHostAddress()
                          + "/"
                          + address.getNetworkPrefixLength()));
    } catch (SocketException e) {
      throw new LinuxException("cannot list this machine's addresses", e);
    }
  }

  private String machineSide() {
    return """
    link add %1$s type veth peer name %2$s netns %3$s
    addr add %4$s dev %1$s
    link set %1$s up
    """
        .formatted(machineEnd(), visitEnd(), name, subnet.hostWithLength(MACHINE));
  }

  private String visitSide() {
    return """
    addr add %1$s dev %2$s
    link set lo up
    link set %2$s up
    route add default via %3$s
    """
        .formatted(subnet.hostWithLength(VISIT), visitEnd(), subnet.host(MACHINE));
  }

  private String machineEnd() {
    return name + "-m";
  }

  private String visitEnd() {
    return name + "-v";
  }

  private Path machineEndPath() {
    return Path.of("/sys/class/net", machineEnd());
  }
}
