package org.escale.tour.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.escale.tour.story.Description;

/** What the shell inside the machine says of its screen, read by root's line. */
final class ShellOfPc implements Description {

  /** In the home of the shell's user. */
  static final String PATH = "/run/escale/shell/screen.json";

  private final RootLine root;
  private String last = "";
  private Instant since = Instant.now();

  ShellOfPc(RootLine root) {
    this.root = root;
  }

  @Override
  public byte[] read() throws IOException {
    RootLine.Said said = root.say("cat " + PATH);
    if (said.exitCode() != 0) {
      throw new IOException("no screen yet");
    }
    if (!said.output().equals(last)) {
      last = said.output();
      since = Instant.now();
    }
    return last.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Instant changed() throws IOException {
    read();
    return since;
  }
}
