package org.escale.client.shell.session;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Screen.Session;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.guide.GuideViewModel;
import org.escale.client.shell.help.HelpViewModel;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.protocol.Guide;
import org.escale.protocol.TicketSecret;
import org.jspecify.annotations.Nullable;

/** The dock beside the visit: time left, help, guides, hide, end. */
public final class DockViewModel implements ScreenModel {

  /** What the dock's middle shows. */
  public enum Panel {
    MAIN,
    HELP,
    GUIDES
  }

  private final Surroundings around;
  private final AgentLine agent;
  private final Runnable chime;
  private final ObjectProperty<Session> session;
  private final ObservableValue<Optional<TicketSecret>> digits;
  private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.MAIN);
  private final HelpViewModel help;
  private final GuideViewModel guides;

  /**
   * @param chime a soft sound, played when the time asks for attention
   */
  public DockViewModel(
      Surroundings around,
      AgentLine agent,
      ObservableValue<Guide.Catalogue> catalogue,
      Runnable chime,
      Session session) {
    this.around = around;
    this.agent = agent;
    this.chime = chime;
    this.session = new SimpleObjectProperty<>(session);
    this.digits = this.session.map(now -> Optional.ofNullable(now.digits()));
    this.help = new HelpViewModel(agent, this.session, this::closePanel);
    this.guides = new GuideViewModel(around, agent, catalogue, this::closePanel);
    ring(null, session.warning());
  }

  @Override
  public String name() {
    return switch (panel.get()) {
      case MAIN -> "session";
      case HELP -> "session-help";
      case GUIDES -> "session-guides";
    };
  }

  public void update(Session now) {
    TimeWarning before = session.get().warning();
    session.set(now);
    ring(before, now.warning());
  }

  public ObjectProperty<Session> sessionProperty() {
    return session;
  }

  public Session session() {
    return session.get();
  }

  public ObjectProperty<Panel> panelProperty() {
    return panel;
  }

  public HelpViewModel help() {
    return help;
  }

  public GuideViewModel guides() {
    return guides;
  }

  public String ticketWords() {
    return TicketName.of(session().ticket(), around.words());
  }

  public String remainingWords() {
    return around
        .words()
        .of(
            "session.remaining",
            Map.of("duration", around.words().duration(session().remaining())));
  }

  /** How much of the time is left, from 1 to 0. */
  public double remainingShare() {
    double granted = Math.max(1, session().granted().toMillis());
    return Math.clamp(session().remaining().toMillis() / granted, 0, 1);
  }

  public String warningWords() {
    TimeWarning warning = session().warning();
    return warning == null ? "" : around.words().of("warning", warning);
  }

  public String helpWords() {
    if (session().help() == null) {
      return around.words().of("session.help");
    }
    return around.words().of(session().helpComing() ? "help.coming" : "help.waiting");
  }

  /** The ticket's digits, while the visitor has not said that they are noted. */
  public ObservableValue<Optional<TicketSecret>> digitsProperty() {
    return digits;
  }

  public void noted() {
    agent.send(new FromShell.Noted());
  }

  public void openHelp() {
    panel.set(Panel.HELP);
  }

  public void openGuides() {
    guides.toList();
    panel.set(Panel.GUIDES);
  }

  public void hide() {
    agent.send(new FromShell.Hide());
  }

  public void end() {
    agent.send(new FromShell.End());
  }

  @Override
  public void back() {
    switch (panel.get()) {
      case MAIN -> {
        // The dock is where the way begins.
      }
      case HELP -> closePanel();
      case GUIDES -> guides.back();
    }
  }

  private void closePanel() {
    panel.set(Panel.MAIN);
  }

  private void ring(@Nullable TimeWarning before, @Nullable TimeWarning after) {
    if (after != null && !Objects.equals(before, after)) {
      chime.run();
    }
  }
}
