package org.escale.client.os.linux;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.escale.protocol.WipeItem;

/**
 * The network of a visit: a namespace of its own at the end of a virtual cable, behind the
 * station's address and a firewall table of our own.
 */
final class VisitNetwork implements Leftover {

  private static final Path FORWARDING = Path.of("/proc/sys/net/ipv4/ip_forward");
  private static final Path IPV6 = Path.of("/proc/sys/net/ipv6/conf");

  /** A cable carries at once, or something is wrong with it. */
  private static final Duration CARRIES_WITHIN = Duration.ofSeconds(2);

  /**
   * Whatever enters the visit's namespace from now on has no IPv6. An IPv6 address would become
   * usable only seconds after the cable is there, and a browser that sees an address come breaks
   * off what it is loading.
   */
  private static final String NO_IPV6_INSIDE =
      """
      for which in all default; do
        switch=%s/$which/disable_ipv6
        [ ! -e "$switch" ] || echo 1 >"$switch"
      done
      """
          .formatted(IPV6);

  /** On the cable's four addresses the machine has the first usable one, the visit the second. */
  private static final int MACHINE = 1;

  private static final int VISIT = 2;

  private final CommandRunner commands;
  private final String name;
  private final LinuxSettings.NetworkRules rules;
  private final Ipv4Network subnet;

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

  /**
   * Makes all of it; the firewall stands before anything can be sent. When this returns the network
   * is up, and nothing about it changes by itself any more.
   */
  void create() throws LinuxException {
    boolean wasOff = KernelFile.read(FORWARDING).strip().equals("0");
    if (wasOff) {
      KernelFile.write(wasOffPath, "");
    }
    commands.run(List.of("nft", "-f", "-"), firewall(wasOff).text());
    commands.run(List.of("ip", "netns", "add", name));
    commands.run(List.of("ip", "netns", "exec", name, "sh", "-c", NO_IPV6_INSIDE));
    commands.run(List.of("ip", "-batch", "-"), cable());
    withoutIpv6(machineEnd());
    commands.run(List.of("ip", "-batch", "-"), machineSide());
    commands.run(List.of("ip", "-netns", name, "-batch", "-"), visitSide());
    KernelFile.write(FORWARDING, "1");
    Await.until("the visit's cable carries", CARRIES_WITHIN, this::carries);
  }

  /** A machine without IPv6 has nothing to turn off. */
  private static void withoutIpv6(String cableEnd) throws LinuxException {
    Path switchPath = IPV6.resolve(cableEnd).resolve("disable_ipv6");
    if (Files.exists(switchPath)) {
      KernelFile.write(switchPath, "1");
    }
  }

  private boolean carries() throws LinuxException {
    return KernelFile.read(machineEndPath().resolve("operstate")).strip().equals("up");
  }

  @Override
  public WipeItem item() {
    return WipeItem.NETWORK;
  }

  /** Takes all of it away; returns how much there was. */
  @Override
  public boolean goesWithThePrograms() {
    return true;
  }

  @Override
  public int clean() throws LinuxException {
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
    return found;
  }

  /** How much of it there is: cable, namespace, firewall table. */
  @Override
  public int count() throws LinuxException {
    return parts();
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

  private String cable() {
    return "link add %s type veth peer name %s netns %s\n"
        .formatted(machineEnd(), visitEnd(), name);
  }

  private String machineSide() {
    return """
    addr add %2$s dev %1$s
    link set %1$s up
    """
        .formatted(machineEnd(), subnet.hostWithLength(MACHINE));
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
