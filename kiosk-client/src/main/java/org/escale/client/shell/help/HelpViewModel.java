package org.escale.client.shell.help;

import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Screen.Session;
import org.escale.client.shell.journey.AgentLine;
import org.escale.protocol.HelpReason;

/** Calling a mediator: one press for the reason, then where the call stands. */
public final class HelpViewModel {

  private final AgentLine agent;
  private final ObservableValue<Session> session;
  private final Runnable close;

  public HelpViewModel(AgentLine agent, ObservableValue<Session> session, Runnable close) {
    this.agent = agent;
    this.session = session;
    this.close = close;
  }

  public ObservableValue<Session> sessionProperty() {
    return session;
  }

  public boolean called() {
    return session.getValue().help() != null;
  }

  public boolean coming() {
    return session.getValue().helpComing();
  }

  public void ask(HelpReason reason) {
    agent.send(new FromShell.AskHelp(reason));
  }

  public void cancel() {
    agent.send(new FromShell.CancelHelp());
    close.run();
  }

  public void close() {
    close.run();
  }
}
