package org.escale.tour.room;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The part of the Internet that the room reaches: {@link org.escale.tour.standin.StandInSite} plays
 * the official sites under their own names. In a room it stands on a machine of its own, in a
 * rehearsal on this one, for this one alone.
 */
public final class StandIn {

  private static final String HTTPS = "443";
  private static final String HERE = "127.0.0.1";
  private static final String ANY_FREE_PORT = "0";
  private static final Pattern READY = Pattern.compile("ready (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> SITES =
      List.of("www.caf.fr", "caf.fr", "www.service-public.gouv.fr");

  private final Program site;
  private final String address;
  private final String port;
  private final StandInCertificates certificates;

  private StandIn(Program site, String address, StandInCertificates certificates) {
    this.site = site;
    this.address = address;
    this.port = site.awaitInLog(READY, PATIENCE);
    this.certificates = certificates;
  }

  static StandIn open(OpenParts parts, RoomFolders folders, StandInNetwork network) {
    parts.open(network::make);
    List<String> there = List.of("ip", "netns", "exec", network.namespace());
    return start(parts, folders, there, network.address(), HTTPS);
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
            // It would ask for the name of whoever calls, where nobody answers: ten seconds a call.
            List.of("-XX:+UseSerialGC", "-Xmx64m", "-Djdk.net.hosts.file=/dev/null"),
            folders.classPath("scripts/tour"),
            "org.escale.tour.standin.StandInSite",
            address,
            port,
            certificates.sitePath().toString(),
            certificates.password()));
    Program site = parts.open(() -> Program.start("stand-in site", folders, Map.of(), command));
    return new StandIn(site, address, certificates);
  }

  /** Certificate of the authority that vouches for the stand-in; only a demonstration trusts it. */
  public Path authorityPath() {
    return certificates.authorityPath();
  }

  /** Lines for a hosts file. */
  public String hosts() {
    return address + " " + String.join(" ", SITES);
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
}
