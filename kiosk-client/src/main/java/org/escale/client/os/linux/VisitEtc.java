package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a visit's /etc that are made for it: they say nothing about the machine. */
final class VisitEtc {

  static final List<String> NAMES =
      List.of("group", "hosts", "machine-id", "nsswitch.conf", "passwd", "resolv.conf");

  private final Account visitor;
  private final LinuxSettings.NetworkRules network;

  VisitEtc(Account visitor, LinuxSettings.NetworkRules network) {
    this.visitor = visitor;
    this.network = network;
  }

  void writeTo(Path dir) throws LinuxException {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new LinuxException("cannot make " + dir, e);
    }
    for (Map.Entry<String, String> file : files().entrySet()) {
      RunFolders.writeForAll(
          dir.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Each name with its text. */
  Map<String, String> files() {
    return Map.of(
        "group", "root:x:0:\nvisitor:x:%d:\n".formatted(visitor.gid()),
        "hosts", lines(Stream.concat(Stream.of("127.0.0.1 localhost station"), hosts())),
        "machine-id", UUID.randomUUID().toString().replace("-", "") + "\n",
        "nsswitch.conf", "passwd: files\ngroup: files\nhosts: files dns\n",
        "passwd", passwd(),
        "resolv.conf", lines(network.dnsServers().stream().map(server -> "nameserver " + server)));
  }

  private String passwd() {
    return """
    root:x:0:0::/nonexistent:/usr/sbin/nologin
    visitor:x:%d:%d::%s:/bin/sh
    """
        .formatted(visitor.uid(), visitor.gid(), BubbleRoot.HOME);
  }

  private Stream<String> hosts() {
    return network.extraHosts().stream();
  }

  private static String lines(Stream<String> lines) {
    return lines.map(line -> line + "\n").collect(Collectors.joining());
  }
}
