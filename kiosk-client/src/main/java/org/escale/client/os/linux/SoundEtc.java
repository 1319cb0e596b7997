package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The files of a sound server's /etc that are made for it: whom it lets in, and what it plays on.
 */
final class SoundEtc {

  static final String GROUP = "group";

  static final String SCRIPT = "default.pa";

  /** Where the server makes its socket, as it sees it. */
  static final String SOCKET_DIR = "/run/sound";

  static final String SOCKET = "socket";

  /** The group whose programs the server lets in, as it is called inside. */
  private static final String VISITORS = "visitor";

  private final Account visitor;
  private final String loudspeaker;

  /**
   * @param loudspeaker as in {@link LinuxSettings.Devices#sound}
   */
  SoundEtc(Account visitor, String loudspeaker) {
    this.visitor = visitor;
    this.loudspeaker = loudspeaker;
  }

  /**
   * @param cards the groups that may use the sound cards
   */
  void writeTo(Path dir, Set<Integer> cards) throws LinuxException {
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw new LinuxException("cannot make " + dir, e);
    }
    for (Map.Entry<String, String> file : files(cards).entrySet()) {
      RunFolders.writeForAll(
          dir.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Each name with its text. */
  Map<String, String> files(Set<Integer> cards) {
    StringBuilder groups = new StringBuilder(VISITORS + ":x:" + visitor.gid() + ":\n");
    cards.forEach(gid -> groups.append("audio:x:").append(gid).append(":\n"));
    return Map.of(GROUP, groups.toString(), SCRIPT, script());
  }

  /**
   * Where there is no such loudspeaker, its loudness cannot be set, and the server ends. The socket
   * comes last: where it is, all else stands.
   */
  private String script() {
    return """
    .fail
    load-module %s sink_name=station
    set-sink-volume station 65536
    load-module module-suspend-on-idle timeout=1
    load-module module-native-protocol-unix socket=%s/%s auth-cookie-enabled=no srbchannel=no auth-group=%s
    """
        .formatted(output(), SOCKET_DIR, SOCKET, VISITORS);
  }

  /** Opened by its name alone, without its mixer: loudness is made in the server. */
  private String output() {
    return loudspeaker.equals(LinuxSettings.Devices.NOWHERE)
        ? "module-null-sink"
        : "module-alsa-sink device=" + loudspeaker;
  }
}
