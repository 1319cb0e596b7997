package org.escale.client.os.linux;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/**
 * What lies around a station: a site on the Internet, the centre's server, another station in the
 * room. All are one program at several addresses in a network namespace of its own.
 */
final class Neighbourhood implements AutoCloseable {

  static final String SITE = "198.51.100.70";
  static final String SERVER = "198.51.100.71";
  static final String OTHER_STATION = "10.99.70.5";

  private static final String OUR_END = "169.254.70.1";
  private static final String NAME = "esct-around";

  private final Process site;

  Neighbourhood() {
    remove();
    Machine.run("ip", "netns", "add", NAME);
    Machine.run("ip", "link", "add", NAME, "type", "veth", "peer", "name", "around", "netns", NAME);
    Machine.run("ip", "addr", "add", OUR_END + "/32", "dev", NAME);
    Machine.run("ip", "link", "set", NAME, "up");
    Machine.run("ip", "-n", NAME, "link", "set", "around", "up");
    for (String address : List.of(SITE, SERVER, OTHER_STATION)) {
      Machine.run("ip", "-n", NAME, "addr", "add", address + "/32", "dev", "around");
      Machine.run("ip", "route", "add", address + "/32", "dev", NAME);
    }
    Machine.run("ip", "-n", NAME, "route", "add", OUR_END, "dev", "around");
    Machine.run("ip", "-n", NAME, "route", "add", "default", "via", OUR_END);
    site =
        Machine.start(
            List.of(
                "ip",
                "netns",
                "exec",
                NAME,
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                StandInSite.class.getName()));
    await().atMost(Duration.ofSeconds(60)).until(() -> get(SITE, "log").exitCode() == 0);
  }

  /** What the site's page told about the browsers that showed it. */
  List<String> told() {
    return get(SITE, "log").output().lines().toList();
  }

  /** What became of the handshakes that browsers began with the site, which never answers. */
  List<String> handshakes() {
    return get(SITE, "handshakes").output().lines().toList();
  }

  /** Those under way are forgotten as well. */
  void forgetHandshakes() {
    get(SITE, "handshakes/forget");
  }

  static Machine.Ended get(String address, String path) {
    return Machine.attempt("curl", "-s", "--max-time", "5", "http://" + address + "/" + path);
  }

  @Override
  public void close() {
    site.destroyForcibly();
    remove();
  }

  private static void remove() {
    Machine.attempt("ip", "link", "delete", NAME);
    Machine.attempt("ip", "netns", "delete", NAME);
  }
}
