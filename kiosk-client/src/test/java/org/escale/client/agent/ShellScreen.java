package org.escale.client.agent;

import static java.util.Objects.requireNonNull;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.jspecify.annotations.Nullable;

/** A shell that notes what it is told to show. */
final class ShellScreen implements AgentConnection.Listener {

  private final Queue<ToShell> shown;
  private final AtomicReference<@Nullable AgentConnection> agent = new AtomicReference<>();

  ShellScreen(Queue<ToShell> shown) {
    this.shown = shown;
  }

  void answerOn(AgentConnection connection) {
    agent.set(connection);
  }

  @Override
  public void connected() {
    requireNonNull(agent.get()).send(new FromShell.Ready(1280, 800));
  }

  @Override
  public void received(ToShell message) {
    shown.add(message);
  }

  @Override
  public void disconnected() {}
}
