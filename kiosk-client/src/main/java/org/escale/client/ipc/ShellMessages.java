package org.escale.client.ipc;

import java.io.IOException;
import java.util.List;
import org.escale.protocol.codec.ProtocolJson;

/** Messages between agent and shell to and from JSON, one line each. Thread-safe. */
final class ShellMessages {

  /** The agent is trusted, and a catalogue of guides is long. */
  static final int LONGEST_TO_SHELL = 4 * 1024 * 1024;

  /** A press of a button is short; a slip to be printed is the longest. */
  static final int LONGEST_FROM_SHELL = 64 * 1024;

  private final ProtocolJson json = new ProtocolJson(List.of(ToShell.class, FromShell.class));

  String write(ToShell message) {
    return json.write(message);
  }

  String write(FromShell message) {
    return json.write(message);
  }

  ToShell readToShell(String line) throws MessageException {
    return read(line, ToShell.class);
  }

  FromShell readFromShell(String line) throws MessageException {
    return read(line, FromShell.class);
  }

  /** The cause is left out on purpose: it may quote what was typed. */
  private <T> T read(String line, Class<T> type) throws MessageException {
    try {
      return json.read(line, type);
    } catch (IOException | IllegalArgumentException e) {
      throw new MessageException("not a message: " + e.getClass().getSimpleName());
    }
  }
}
