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
import org.escale.client.shell.stick.StickViewModel;
import org.escale.client.shell.words.Words;
import org.escale.client.station.Outside;

/** Goodbye: a last time to save and print, then everything is erased. */
public final class EndingViewModel implements ScreenModel {

  /** How documents can be kept here. */
  private enum Ways {
    BOTH,
    PRINTER,
    STICK,
    NEITHER
  }

  private final Surroundings around;
  private final AgentLine agent;
  private final ObjectProperty<Ending> ending;
  private final ObjectProperty<Duration> left;
  private final StickViewModel stick;

  public EndingViewModel(Surroundings around, AgentLine agent, Ending ending) {
    this.around = around;
    this.agent = agent;
    this.ending = new SimpleObjectProperty<>(ending);
    this.left = new SimpleObjectProperty<>(ending.grace());
    this.stick = new StickViewModel(around, agent, ending.outside());
  }

  @Override
  public String name() {
    return "ending";
  }

  public void update(Ending now) {
    ending.set(now);
    left.set(now.grace());
    stick.update(now.outside());
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

  public StickViewModel stick() {
    return stick;
  }

  public String titleWords() {
    return words().of("ending.title", ending().reason());
  }

  public String leadWords() {
    return words()
        .of(
            ending().canGoBack() ? "ending.lead" : "ending.lead.over",
            Map.of("ways", ways().name()));
  }

  private Ways ways() {
    Outside outside = outside();
    if (outside.printer()) {
      return outside.sticks() ? Ways.BOTH : Ways.PRINTER;
    }
    return outside.sticks() ? Ways.STICK : Ways.NEITHER;
  }

  /** Something goes on outside the visit, and what is erased is told in short. */
  public boolean hasNews() {
    return isPrinting() || outside().hasStick();
  }

  /** So much goes on that there is room for nothing else. */
  public boolean hasMuchNews() {
    return isPrinting() && outside().hasStick();
  }

  public boolean isPrinting() {
    return outside().inPrinter() > 0;
  }

  public String printingWords() {
    return words().of("ending.printing", Map.of("documents", outside().inPrinter()));
  }

  /** Copying is not cut off by a press. */
  public boolean canLeave() {
    return !outside().saving().underWay();
  }

  /** In whole minutes, then in steps of ten seconds: calm enough to read, true enough to trust. */
  public String graceWords() {
    return words().of("ending.grace", Map.of("duration", words().duration(said())));
  }

  private Duration said() {
    Duration now = left.get();
    if (now.toSeconds() > 60) {
      return Duration.ofMinutes((now.toSeconds() + 59) / 60);
    }
    return Duration.ofSeconds((now.toSeconds() + 9) / 10 * 10);
  }

  private Outside outside() {
    return ending().outside();
  }

  private Words words() {
    return around.words();
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
