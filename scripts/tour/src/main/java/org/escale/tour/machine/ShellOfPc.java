package org.escale.tour.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.escale.tour.story.Description;

/** What the shell inside the machine says of its screen, read by root's line. */
final class ShellOfPc implements Description {

  /** In the home of the shell's user. */
  static final String PATH = "/run/escale/shell/screen.json";

  private final RootLine root;
  private final Duration between;
  private Instant looked = Instant.EPOCH;
  private String last = "";
  private Instant since = Instant.now();

  /**
   * @param between a look takes the machine's processor from what is looked at
   */
  ShellOfPc(RootLine root, Duration between) {
    this.root = root;
    this.between = between;
  }

  @Override
  public byte[] read() throws IOException {
    if (looked.plus(between).isBefore(Instant.now())) {
      look();
    }
    if (last.isEmpty()) {
      throw new IOException("no screen yet");
    }
    return last.getBytes(StandardCharsets.UTF_8);
  }

  private void look() {
    RootLine.Said said = root.say("cat " + PATH);
    String now = said.exitCode() == 0 ? said.output() : "";
    looked = Instant.now();
    if (!now.equals(last)) {
      last = now;
      since = looked;
    }
  }

  @Override
  public Instant changed() throws IOException {
    read();
    return since;
  }
}
