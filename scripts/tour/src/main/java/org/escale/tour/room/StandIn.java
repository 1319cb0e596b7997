package org.escale.tour.room;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The part of the Internet that the room reaches: one machine, made of a network namespace, on
 * which {@link org.escale.tour.standin.StandInSite} plays the official sites under their own names.
 * Its address is one of those kept for examples (RFC 5737), behind a router as on the Internet.
 */
public final class StandIn implements AutoCloseable {

  public static final String ADDRESS = "203.0.113.10";

  private static final String NAMESPACE = "escale-web";
  private static final String HOST_LINK = "escale-web0";
  private static final String HOST_ADDRESS = "198.51.100.1";
  private static final String WEB_LINK = "escale-web1";
  private static final String WEB_ADDRESS = "198.51.100.2";
  private static final String PORT = "443";
  private static final List<String> SITES =
      List.of("www.caf.fr", "caf.fr", "www.service-public.gouv.fr");

  private final Program site;
  private final Path authorityPath;

  private StandIn(Program site, Path authorityPath) {
    this.site = site;
    this.authorityPath = authorityPath;
  }

  public static StandIn open(RoomFolders folders, Path java) {
    removeNetwork();
    makeNetwork();
    String password = UUID.randomUUID().toString();
    Path dir = folders.room().resolve("stand-in");
    Path storePath = dir.resolve("site.p12");
    Path authorityPath = dir.resolve("authority.pem");
    makeCertificates(java, dir, storePath, authorityPath, password);
    Program site =
        Program.start(
            "stand-in site",
            folders.log("stand-in site"),
            Map.of(),
            List.of(
                "ip",
                "netns",
                "exec",
                NAMESPACE,
                java.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                folders.classPath("scripts/tour"),
                "org.escale.tour.standin.StandInSite",
                ADDRESS,
                PORT,
                storePath.toString(),
                password));
    site.awaitInLog(Pattern.compile("(ready)"), Duration.ofSeconds(30));
    return new StandIn(site, authorityPath);
  }

  /** Certificate of the authority that vouches for the stand-in; only a demonstration trusts it. */
  public Path authorityPath() {
    return authorityPath;
  }

  /** Lines for a hosts file. */
  public String hosts() {
    return ADDRESS + " " + String.join(" ", SITES);
  }

  /** How often a page was asked for, for example {@code POST /declaration}. */
  public long requests(String methodAndPath) {
    return site.log().lines().filter(methodAndPath::equals).count();
  }

  @Override
  public void close() {
    site.close();
    removeNetwork();
  }

  private static void makeNetwork() {
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
  }

  static void removeNetwork() {
    if (Files.exists(Path.of("/sys/class/net", HOST_LINK))) {
      ip("link", "del", HOST_LINK);
    }
    if (Files.exists(Path.of("/run/netns", NAMESPACE))) {
      ip("netns", "del", NAMESPACE);
    }
  }

  private static void ip(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "ip";
    System.arraycopy(words, 0, command, 1, words.length);
    Commands.run(command);
  }

  private static void makeCertificates(
      Path java, Path dir, Path storePath, Path authorityPath, String password) {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new RoomException("no folder for the stand-in's certificates", e);
    }
    Keytool keytool = new Keytool(java, password);
    Path authorityStorePath = dir.resolve("authority.p12");
    keytool.makeAuthority(authorityStorePath, authorityPath);
    keytool.makeSite(authorityStorePath, authorityPath, storePath, SITES);
  }
}
