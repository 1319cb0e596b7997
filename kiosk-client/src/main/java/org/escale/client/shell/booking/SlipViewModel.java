package org.escale.client.shell.booking;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.SlipPage;
import org.escale.client.shell.journey.AgentLine;

/** The same ticket on a small piece of paper, once, for who has no telephone and no pen. */
public final class SlipViewModel {

  /** What has become of it. */
  public enum State {
    READY,
    PRINTING,
    PRINTED,
    FAILED
  }

  private final AgentLine agent;
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.READY);

  public SlipViewModel(AgentLine agent) {
    this.agent = agent;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  /**
   * @param png a picture of the slip
   */
  public void print(byte[] png) {
    if (state.get() == State.READY) {
      state.set(State.PRINTING);
      agent.send(new FromShell.PrintSlip(SlipPage.of(png)));
    }
  }

  public void tried(boolean printed) {
    if (state.get() == State.PRINTING) {
      state.set(printed ? State.PRINTED : State.FAILED);
    }
  }
}
