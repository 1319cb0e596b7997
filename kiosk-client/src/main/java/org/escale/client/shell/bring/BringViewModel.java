package org.escale.client.shell.bring;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.Surroundings;
import org.escale.protocol.Bringing;
import org.jspecify.annotations.Nullable;

/** Bringing papers by telephone: an invitation for it, and what has come. */
public final class BringViewModel {

  /** Where it stands. */
  public sealed interface State {

    /** Not asked for. */
    record Closed() implements State {}

    record Asking() implements State {}

    record Invited(Bringing.Invitation invitation) implements State {}

    /** The code was not used for long. */
    record Over() implements State {}

    /** The server cannot be reached, or refuses. */
    record NotNow() implements State {}
  }

  private final Surroundings around;
  private final AgentLine agent;
  private final Runnable close;
  private final ObjectProperty<State> state = new SimpleObjectProperty<>(new State.Closed());
  private final IntegerProperty stored = new SimpleIntegerProperty();
  private final ObjectProperty<Bringing.@Nullable Outcome> last = new SimpleObjectProperty<>();

  public BringViewModel(Surroundings around, AgentLine agent, Runnable close) {
    this.around = around;
    this.agent = agent;
    this.close = close;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state;
  }

  /** How many documents have come. */
  public ReadOnlyIntegerProperty storedProperty() {
    return stored;
  }

  /** What became of the last one; null if none has come. */
  public ReadOnlyObjectProperty<Bringing.@Nullable Outcome> lastProperty() {
    return last;
  }

  /** The same code again if it is still good. */
  public void ask() {
    state.set(new State.Asking());
    agent.send(new FromShell.InvitePhone());
  }

  public void invited(Bringing.Invitation invitation) {
    state.set(new State.Invited(invitation));
  }

  public void over() {
    if (state.get() instanceof State.Invited) {
      state.set(new State.Over());
    }
  }

  public void refused() {
    if (state.get() instanceof State.Asking) {
      state.set(new State.NotNow());
    }
  }

  public void brought(int all, Bringing.Outcome outcome) {
    stored.set(all);
    last.set(outcome);
  }

  /** Empty while nothing has come. */
  public String storedWords() {
    return stored.get() == 0
        ? ""
        : around.words().of("bring.stored", Map.of("stored", stored.get()));
  }

  /** What was wrong with the last one; empty if nothing was. */
  public Optional<String> problemWords() {
    Bringing.Outcome outcome = last.get();
    return outcome == null || outcome == Bringing.Outcome.STORED
        ? Optional.empty()
        : Optional.of(around.words().of("bring", outcome));
  }

  public void close() {
    state.set(new State.Closed());
    close.run();
  }
}
