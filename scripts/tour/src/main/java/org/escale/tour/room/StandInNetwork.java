package org.escale.tour.room;

/**
 * Where a stand-in stands: on a machine of its own, made of a network namespace, behind a router as
 * on the Internet. Its address is one of those kept for examples (RFC 5737).
 *
 * @param namespace names the links too
 * @param here this machine's end of the cable
 * @param there the other end
 */
record StandInNetwork(String namespace, String address, String here, String there) {

  static final StandInNetwork OF_ROOM =
      new StandInNetwork("escale-web", "203.0.113.10", "198.51.100.1", "198.51.100.2");

  /** May stand beside that of a room. */
  static final StandInNetwork OF_MACHINE =
      new StandInNetwork("escale-far", "203.0.113.20", "198.51.100.5", "198.51.100.6");

  /** Gives what takes it away again. */
  AutoCloseable make() {
    ip("netns", "add", namespace);
    ip("link", "add", hereLink(), "type", "veth", "peer", "name", thereLink(), "netns", namespace);
    ip("addr", "add", here + "/30", "dev", hereLink());
    ip("link", "set", hereLink(), "up");
    ip("route", "replace", address + "/32", "via", there);
    ip("-n", namespace, "link", "set", "lo", "up");
    ip("-n", namespace, "addr", "add", address + "/32", "dev", "lo");
    ip("-n", namespace, "addr", "add", there + "/30", "dev", thereLink());
    ip("-n", namespace, "link", "set", thereLink(), "up");
    ip("-n", namespace, "route", "add", "default", "via", here);
    return this::remove;
  }

  private void remove() {
    ip("link", "del", hereLink());
    ip("netns", "del", namespace);
  }

  private String hereLink() {
    return namespace + "0";
  }

  private String thereLink() {
    return namespace + "1";
  }

  private static void ip(String... words) {
    String[] command = new String[words.length + 1];
    command[0] = "ip";
    System.arraycopy(words, 0, command, 1, words.length);
    Commands.run(command);
  }
}
