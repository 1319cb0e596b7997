package org.escale.client.os.linux;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the firewall is told about a visit. Pure: makes the text for nft.
 *
 * @param table our table's name
 * @param visitSide the machine's end of the cable to the visit
 * @param subnet the addresses on that cable
 * @param never addresses the visit never reaches
 * @param dnsServers reachable for names only, wherever they are
 * @param reachable let through although never
 * @param onlyForTheVisit true if the machine forwarded nothing before: then it forwards nothing
 *     else now
 */
record FirewallRules(
    String table,
    String visitSide,
    Ipv4Network subnet,
    List<Ipv4Network> never,
    List<Ipv4Network> dnsServers,
    List<Ipv4Network> reachable,
    boolean onlyForTheVisit) {

  /** Private, shared, link-local, loopback, multicast and reserved addresses. */
  static final List<Ipv4Network> NOT_THE_INTERNET =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.168.0.0/16",
              "224.0.0.0/3")
          .map(Ipv4Network::parse)
          .toList();

  /**
   * A visit's connections at the same time, in either direction of the firewall. A browser with
   * many pages keeps a few hundred; the kernel's list of all connections is a hundred times longer.
   */
  static final int MOST_CONNECTIONS = 2000;

  /** Replaces our table as a whole, whatever was in it. */
  String text() {
    return """
    table inet %1$s
    delete table inet %1$s
    table inet %1$s {
      set never { type ipv4_addr; flags interval; auto-merge; %2$s }
      set dns { type ipv4_addr; flags interval; auto-merge; %3$s }
      set reachable { type ipv4_addr; flags interval; auto-merge; %4$s }
      chain from_visit {
        meta nfproto != ipv4 drop
        ct state established,related accept
        ct count over %9$d reject with icmp type admin-prohibited
        ct mark set %8$d
        ip daddr @dns udp dport 53 accept
        ip daddr @dns tcp dport 53 accept
        ip daddr @reachable accept
        ip daddr @never reject with icmp type admin-prohibited
        accept
      }
      chain forward {
        type filter hook forward priority -10; policy accept;
        iifname "%5$s" jump from_visit
        oifname "%5$s" ct state established,related accept
        oifname "%5$s" drop
        %6$s
      }
      chain input {
        type filter hook input priority -10; policy accept;
        iifname "%5$s" meta nfproto != ipv4 drop
        iifname "%5$s" ct state established,related accept
        iifname "%5$s" ct count over %9$d reject with icmp type admin-prohibited
        iifname "%5$s" ct mark set %8$d
        iifname "%5$s" ip daddr @dns udp dport 53 accept
        iifname "%5$s" ip daddr @dns tcp dport 53 accept
        iifname "%5$s" reject with icmp type admin-prohibited
      }
      chain output {
        type filter hook output priority -10; policy accept;
        oifname "%5$s" ct state new drop
      }
      chain behind_the_station {
        type nat hook postrouting priority 100; policy accept;
        ip saddr %7$s oifname != "%5$s" masquerade
      }
    }
    """
        .formatted(
            table,
            elements(allNever()),
            elements(dnsServers),
            elements(reachable),
            visitSide,
            onlyForTheVisit ? "drop" : "",
            subnet,
            ConnectionMemory.MARK,
            MOST_CONNECTIONS);
  }

  static String removal(String table) {
    return "table inet %1$s\ndelete table inet %1$s\n".formatted(table);
  }

  private List<Ipv4Network> allNever() {
    return Stream.concat(NOT_THE_INTERNET.stream(), never.stream()).toList();
  }

  private static String elements(List<Ipv4Network> networks) {
    Set<String> written =
        networks.stream().map(Ipv4Network::toString).collect(Collectors.toCollection(TreeSet::new));
    return written.isEmpty() ? "" : "elements = { " + String.join(", ", written) + " }";
  }
}
