package org.escale.client.os.linux;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a station's bubble is made of.
 *
 * @param name a short word that names everything made outside the bubble: cgroups, network
 *     namespace, firewall table, interfaces. One agent on a machine, one name
 * @param visitDisplay number of the X display inside a visit
 * @param keyboardLayout as setxkbmap knows it, for example {@code fr}
 * @param runDir on a tmpfs, made and removed by the agent alone
 * @param stationDir where the station's files lie; its folder {@code bubble} is used here
 * @param startPage what a new browser shows
 * @param extraPolicyPaths more managed policies for the browser, beside the station's own
 * @param devices what else a visit is let to: a printer, sticks, sound
 */
public record LinuxSettings(
    String name,
    Users users,
    OuterDisplay outerDisplay,
    int visitDisplay,
    String keyboardLayout,
    Path runDir,
    Path stationDir,
    Path browserPath,
    URI startPage,
    VisitLimits limits,
    NetworkRules network,
    List<Path> extraPolicyPaths,
    Devices devices) {

  /** Interface names have 15 letters at most, and one is added to the name. */
  private static final Pattern SHORT_WORD = Pattern.compile("[a-z][a-z0-9]{1,9}");

  /** Names of the four users: in the bubble, of its display, of its sound, of the shell. */
  public record Users(String visitor, String display, String sound, String shell) {

    public static Users usual() {
      return new Users("visitor", "escale-display", "escale-sound", "kiosk");
    }
  }

  /**
   * The display that shell and visit stand on.
   *
   * @param name for example {@code :0}
   * @param authorityPath the X authority file that admits to it
   */
  public record OuterDisplay(String name, Path authorityPath) {}

  /**
   * Where a visit may go: the Internet, but nothing in the room.
   *
   * @param subnet the four addresses between the machine and the visit, for example {@code
   *     10.213.7.0/30}
   * @param never addresses or networks never reachable, beside all private ones and the machine's
   *     own
   * @param dnsServers IPv4 addresses, the only ones asked for names
   * @param reachable addresses or networks that are let through although they are private: printers
   * @param extraHosts lines for the visit's hosts file
   */
  public record NetworkRules(
      String subnet,
      List<String> never,
      List<String> dnsServers,
      List<String> reachable,
      List<String> extraHosts) {

    public NetworkRules {
      never = List.copyOf(never);
      dnsServers = List.copyOf(dnsServers);
      reachable = List.copyOf(reachable);
      extraHosts = List.copyOf(extraHosts);
    }
  }

  /**
   * What a visit is let to beside the network.
   *
   * @param printer the name CUPS knows the visitors' printer by; empty: there is none
   * @param printSocketPath where CUPS listens; that CUPS serves this station alone
   * @param printSpoolDir where CUPS keeps pages until they are out; on a tmpfs
   * @param sticks which block devices are visitors' sticks: {@link #REMOVABLE} or names of the
   *     kernel's; empty: none are let in
   * @param sound the name ALSA knows the loudspeaker by that the visit is let to, or {@link
   *     #NOWHERE}; empty: no sound is let in
   */
  public record Devices(
      String printer, Path printSocketPath, Path printSpoolDir, List<String> sticks, String sound) {

    /** Whatever the kernel calls removable, and whatever hangs on USB. */
    public static final String REMOVABLE = "removable";

    /** Sound that nobody hears: for a machine without a card. */
    public static final String NOWHERE = "null";

    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_.-]*");
    private static final Pattern LOUDSPEAKER = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_:=,.-]*)?");

    public Devices {
      if (!QUEUE.matcher(printer).matches() || printer.startsWith("-")) {
        throw new IllegalArgumentException("not the name of a printer: " + printer);
      }
      if (!LOUDSPEAKER.matcher(sound).matches()) {
        throw new IllegalArgumentException("not the name of a loudspeaker: " + sound);
      }
      sticks = List.copyOf(sticks);
    }

    public boolean letsSoundIn() {
      return !sound.isEmpty();
    }

    /** Neither a printer nor sticks nor sound. */
    public static Devices none() {
      return new Devices(
          "", Path.of("/run/cups/cups.sock"), Path.of("/run/escale-spool"), List.of(), "");
    }
  }

  public LinuxSettings {
    if (!SHORT_WORD.matcher(name).matches()) {
      throw new IllegalArgumentException("not a short lower-case word: " + name);
    }
    extraPolicyPaths = List.copyOf(extraPolicyPaths);
  }

  Path bubbleDir() {
    return stationDir.resolve("bubble");
  }
}
