package org.escale.client.shell.goodbye;

import java.time.Duration;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Screen.Ending;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;

/** Goodbye: a last time to save and print, then everything is erased. */
public final class EndingViewModel implements ScreenModel {

  private final Surroundings around;
  private final AgentLine agent;
  private final ObjectProperty<Ending> ending;
  private final ObjectProperty<Duration> left;

  public EndingViewModel(Surroundings around, AgentLine agent, Ending ending) {
    this.around = around;
    this.agent = agent;
    this.ending = new SimpleObjectProperty<>(ending);
    this.left = new SimpleObjectProperty<>(ending.grace());
  }

  @Override
  public String name() {
    return "ending";
  }

  public void update(Ending now) {
    ending.set(now);
    left.set(now.grace());
  }

  /** A second has gone by. */
  public void tick() {
    Duration less = left.get().minusSeconds(1);
    left.set(less.isNegative() ? Duration.ZERO : less);
  }

  public ObjectProperty<Ending> endingProperty() {
    return ending;
  }

  public ObjectProperty<Duration> leftProperty() {
    return left;
  }

  public Ending ending() {
    return ending.get();
  }

  public String titleWords() {
    return around.words().of("ending.title", ending().reason());
  }

  public String leadWords() {
    return around.words().of(ending().canGoBack() ? "ending.lead" : "ending.lead.over");
  }

  /** In whole minutes, then in steps of ten seconds: calm enough to read, true enough to trust. */
  public String graceWords() {
    return around.words().of("ending.grace", Map.of("duration", around.words().duration(said())));
  }

  private Duration said() {
    Duration now = left.get();
    if (now.toSeconds() > 60) {
      return Duration.ofMinutes((now.toSeconds() + 59) / 60);
    }
    return Duration.ofSeconds((now.toSeconds() + 9) / 10 * 10);
  }

  public void backToWork() {
    agent.send(new FromShell.BackToWork());
  }

  public void leave() {
    agent.send(new FromShell.Leave());
  }

  @Override
  public void back() {
    if (ending().canGoBack()) {
      backToWork();
    }
  }
}
