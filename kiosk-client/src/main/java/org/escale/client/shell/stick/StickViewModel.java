package org.escale.client.shell.stick;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.escale.client.ipc.FromShell;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.Words;
import org.escale.client.station.Outside;
import org.escale.client.station.Saving;
import org.escale.client.station.Stick;
import org.jspecify.annotations.Nullable;

/** The visitor's stick: what is on its way to it, and whether it can be taken out. */
public final class StickViewModel {

  /** How what is said about the stick should be taken. */
  public enum Tone {
    PLAIN,
    DONE,
    SOON
  }

  /**
   * What is said about the stick, and what can be done with it.
   *
   * @param canSave the visitor has not asked for it yet, or it could not be done
   */
  public record News(Tone tone, String words, boolean canSave, boolean canEject) {}

  private final Surroundings around;
  private final AgentLine agent;
  private final ReadOnlyObjectWrapper<@Nullable News> news = new ReadOnlyObjectWrapper<>();
  private Outside outside;
  private boolean savingSeen;

  public StickViewModel(Surroundings around, AgentLine agent, Outside outside) {
    this.around = around;
    this.agent = agent;
    this.outside = outside;
    update(outside);
  }

  public void update(Outside now) {
    outside = now;
    savingSeen |= now.saving().underWay();
    news.set(look());
  }

  /** Null while there is no stick and nothing to say of one. */
  public ReadOnlyObjectProperty<@Nullable News> newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Her own name for it, and what it still holds. */
  public String nameWords() {
    Stick stick = outside.stick();
    if (stick == null) {
      return words().of("stick.name");
    }
    String name = stick.label().isBlank() ? words().of("stick.name") : stick.label();
    String free = words().of("stick.free", Map.of("size", words().size(stick.freeBytes())));
    return words().beginningWith(name, " · " + free);
  }

  public boolean canOpen() {
    return outside.canOpenStick();
  }

  /** While it is about to be taken out, nothing more is put on it. */
  public boolean canSave() {
    Stick stick = outside.stick();
    return outside.canSave() && stick != null && stick.state() == Stick.State.READY;
  }

  public void open() {
    agent.send(new FromShell.OpenStick());
  }

  public void save() {
    agent.send(new FromShell.SaveToStick());
  }

  public void eject() {
    agent.send(new FromShell.EjectStick());
  }

  private @Nullable News look() {
    Stick stick = outside.stick();
    if (outside.saving().underWay()) {
      return new News(Tone.PLAIN, copyingWords(), false, false);
    }
    if (stick == null) {
      return outside.saving().state() == Saving.State.STICK_GONE
          ? new News(Tone.SOON, savedWords(), false, false)
          : null;
    }
    return switch (stick.state()) {
      case READY -> ready();
      case READ_ONLY, IN_USE ->
          new News(Tone.SOON, words().of("stick", stick.state()), false, true);
      case NOT_READABLE -> new News(Tone.SOON, words().of("stick", stick.state()), false, false);
      case EJECTED -> new News(Tone.DONE, words().of("stick", stick.state()), false, false);
    };
  }

  private News ready() {
    return switch (outside.saving().state()) {
      case NOT_BEGUN, UNDER_WAY -> notYetSaved();
      case SAVED -> savingSeen ? new News(Tone.DONE, savedWords(), false, true) : notYetSaved();
      case NOTHING_THERE -> new News(Tone.PLAIN, savedWords(), true, true);
      case STICK_FULL, STICK_GONE, NOT_ALL -> new News(Tone.SOON, savedWords(), true, true);
    };
  }

  /** Nor is what was saved before she went on working: there may be more by now. */
  private static News notYetSaved() {
    return new News(Tone.PLAIN, "", true, true);
  }

  private String copyingWords() {
    return words().of("stick.copying", counts()) + " " + words().of("stick.wait");
  }

  private String savedWords() {
    return words().of("stick." + outside.saving().state().name(), counts());
  }

  private Map<String, Object> counts() {
    return Map.of("copied", outside.saving().copied(), "of", outside.saving().of());
  }

  private Words words() {
    return around.words();
  }
}
