package org.escale.server.platform.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every name and address by which a browser or a station may call this server. Equal sets are equal
 * values.
 *
 * @param hosts DNS names, lower case
 * @param addresses IP addresses in Java's spelling
 */
record ServerNames(Set<String> hosts, Set<String> addresses) {

  /** Of the range kept for measurements (RFC 2544): in nobody's room. */
  private static final String SOMEWHERE_ELSE = "198.18.0.1";

  private static final int DISCARD_PORT = 9;

  ServerNames {
    hosts = Set.copyOf(hosts);
    addresses = Set.copyOf(addresses);
  }

  /** What this machine is called and reached by now. */
  static ServerNames ofThisMachine(Collection<String> alsoCalled) {
    Set<String> hosts = new TreeSet<>(List.of("localhost"));
    alsoCalled.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
    Set<String> addresses = new TreeSet<>();
    addresses.add(InetAddress.getLoopbackAddress().getHostAddress());
    try {
      addHostName(hosts);
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> !address.isLinkLocalAddress())
          .forEach(address -> addresses.add(spelled(address)));
    } catch (SocketException e) {
      throw new UncheckedIOException("this machine's addresses cannot be read", e);
    }
    return new ServerNames(hosts, addresses);
  }

  /**
   * The address that this machine shows to others, by its own table of routes: nothing is sent.
   * Empty without a network.
   */
  static Optional<String> addressTowardsOthers() {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(SOMEWHERE_ELSE, DISCARD_PORT));
      InetAddress address = socket.getLocalAddress();
      return address.isAnyLocalAddress() ? Optional.empty() : Optional.of(spelled(address));
    } catch (SocketException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private static void addHostName(Set<String> hosts) {
    try {
      String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      if (name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?") && !name.matches("[0-9.]+")) {
        hosts.add(name);
        String first = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        hosts.add(first + ".local");
      }
    } catch (UnknownHostException e) {
      // A machine without a name is reached by its addresses.
    }
  }

  private static String spelled(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress()).getHostAddress();
    } catch (IOException e) {
      throw new UncheckedIOException("an address of this machine has a wrong length", e);
    }
  }
}
