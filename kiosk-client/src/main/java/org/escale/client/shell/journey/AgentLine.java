package org.escale.client.shell.journey;

import org.escale.client.ipc.FromShell;

/** Where what the visitor presses goes. */
public interface AgentLine {

  /** Never blocks. */
  void send(FromShell message);
}
