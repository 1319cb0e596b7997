package org.escale.tour.room;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The part of the Internet that the room reaches: {@link org.escale.tour.standin.StandInSite} plays
 * the official sites under their own names. In a room it stands on a machine of its own, made of a
 * network namespace, behind a router as on the Internet; its address is one of those kept for
 * examples (RFC 5737). In a rehearsal it stands on this machine, for this machine alone.
 */
public final class StandIn {

  private static final String ADDRESS = "203.0.113.10";

  private static final String NAMESPACE = "escale-web";
  private static final String HOST_LINK = "escale-web0";
  private static final String HOST_ADDRESS = "198.51.100.1";
  private static final String WEB_LINK = "escale-web1";
  private static final String WEB_ADDRESS = "198.51.100.2";
  private static final String HTTPS = "443";
  private static final String HERE = "127.0.0.1";
  private static final String ANY_FREE_PORT = "0";
  private static final Pattern READY = Pattern.compile("ready (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> SITES =
      List.of("www.caf.fr", "caf.fr", "www.service-public.gouv.fr");

  private final Program site;
  private final String port;
  private final StandInCertificates certificates;

  private StandIn(Program site, StandInCertificates certificates) {
    this.site = site;
    this.port = site.awaitInLog(READY, PATIENCE);
    this.certificates = certificates;
  }

  static StandIn open(OpenParts parts, RoomFolders folders) {
    parts.open(StandIn::makeNetwork);
    List<String> there = List.of("ip", "netns", "exec", NAMESPACE);
    return start(parts, folders, there, ADDRESS, HTTPS);
  }

  static StandIn rehearse(OpenParts parts, RoomFolders folders) {
    return start(parts, folders, List.of(), HERE, ANY_FREE_PORT);
  }

  private static StandIn start(
      OpenParts parts, RoomFolders folders, List<String> where, String address, String port) {
    StandInCertificates certificates =
        StandInCertificates.make(folders.room().resolve("stand-in"), SITES);
    List<String> command = new ArrayList<>(where);
    command.addAll(
        Jdk.command(
            List.of("-XX:+UseSerialGC", "-Xmx64m"),
            folders.classPath("scripts/tour"),
            "org.escale.tour.standin.StandInSite",
            address,
            port,
            certificates.sitePath().toString(),
            certificates.password()));
    Program site = parts.open(() -> Program.start("stand-in site", folders, Map.of(), command));
    return new StandIn(site, certificates);
  }

  /** Certificate of the authority that vouches for the stand-in; only a demonstration trusts it. */
  Path authorityPath() {
    return certificates.authorityPath();
  }

  /** Lines for a hosts file. */
  String hosts() {
    return ADDRESS + " " + String.join(" ", SITES);
  }

  /** What sends a rehearsal's browser to the stand-in, whatever it asks for. */
  List<String> browserArguments() {
    return List.of(
        "--host-resolver-rules=MAP * " + HERE + ":" + port,
        "--ignore-certificate-errors-spki-list=" + certificates.siteKeyDigest(),
        // Without this it warns about the other two.
        "--test-type");
  }

  /** How often a page was asked for, for example {@code POST /declaration}. */
  public long requests(String methodAndPath) {
    return site.log().lines().filter(methodAndPath::equals).count();
  }

  /** Gives what takes it away again. */
  private static AutoCloseable makeNetwork() {
    ip("netns", "add", NAMESPACE);
    ip("link", "add", HOST_LINK, "type", "veth", "peer", "name", WEB_LINK, "netns", NAMESPACE);
    ip("addr", "add", HOST_ADDRESS + "/30", "dev", HOST_LINK);
    ip("link", "set", HOST_LINK, "up");
    ip("route", "replace", ADDRESS + "/32", "via", WEB_ADDRESS);
    ip("-n", NAMESPACE, "link", "set", "lo", "up");
    ip("-n", NAMESPACE, "addr", "add", ADDRESS + "/32", "dev", "lo");
    ip("-n", NAMESPACE, "addr", "add", WEB_ADDRESS + "/30", "dev", WEB_LINK);
    ip("-n", NAMESPACE, "link", "set", WEB_LINK, "up");
    ip("-n", NAMESPACE, "route", "add", "default", "via", HOST_ADDRESS);
    return StandIn::removeNetwork;
  }

  private static void removeNetwork() {
    ip("link", "del", HOST_LINK);
    ip("netns", "del", NAMESPACE);
  }

  private static void ip(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "ip";
    System.arraycopy(words, 0, command, 1, words.length);
    Commands.run(command);
  }
}
