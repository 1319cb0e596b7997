package org.escale.client.shell.session;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell.Screen.Session;
import org.escale.client.ipc.ToShell.TimeWarning;
import org.escale.client.shell.bring.BringViewModel;
import org.escale.client.shell.guide.GuideViewModel;
import org.escale.client.shell.help.HelpViewModel;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.stick.StickViewModel;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.client.station.Outside;
import org.escale.protocol.Extensions.Possible;
import org.escale.protocol.Guide;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.TicketSecret;
import org.jspecify.annotations.Nullable;

/** The dock beside the visit: time left, help, guides, hide, end. */
public final class DockViewModel implements ScreenModel {

  /** What the dock's middle shows. */
  public enum Panel {
    MAIN,
    HELP,
    GUIDES,
    STICK,
    BRING,
    ROOM
  }

  /** Why there is no more time, as far as it matters to the visitor. */
  private enum NoMoreTime {
    SOMEBODY_WAITS,
    RESERVED,
    CLOSING,
    NOT_NOW
  }

  private final Surroundings around;
  private final AgentLine agent;
  private final Runnable chime;
  private final ObjectProperty<Session> session;
  private final ObservableValue<Optional<TicketSecret>> digits;
  private final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.MAIN);
  private final ObjectProperty<@Nullable Possible> moreTime = new SimpleObjectProperty<>();
  private final BooleanProperty asksMoreTime = new SimpleBooleanProperty();
  private final HelpViewModel help;
  private final GuideViewModel guides;
  private final StickViewModel stick;
  private final BringViewModel bring;

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
    this.help = new HelpViewModel(agent, this.session, this::closeHelp);
    this.guides = new GuideViewModel(around, agent, catalogue, this::closePanel);
    this.stick = new StickViewModel(around, agent, session.outside());
    this.bring = new BringViewModel(around, agent, this::closePanel);
    if (session.warning() != null) {
      attract();
    }
  }

  @Override
  public String name() {
    return switch (panel.get()) {
      case MAIN -> "session";
      case HELP -> "session-help";
      case GUIDES -> "session-guides";
      case STICK -> "session-stick";
      case BRING -> "session-bring";
      case ROOM -> "session-room";
    };
  }

  public void update(Session now) {
    Session before = session.get();
    session.set(now);
    stick.update(now.outside());
    if (panel.get() == Panel.STICK && stick.newsProperty().get() == null) {
      closeStick();
    }
    if (panel.get() == Panel.ROOM && !now.outside().homeFull()) {
      closeRoom();
    }
    if (now.warning() == null) {
      moreTime.set(null);
      asksMoreTime.set(false);
    } else if (now.warning() != before.warning()) {
      attract();
    }
    if (now.closesEarly() && !before.closesEarly()) {
      chime.run();
    }
  }

  /** The time asks for attention; whether it can be longer is asked each time anew. */
  private void attract() {
    chime.run();
    asksMoreTime.set(false);
    agent.send(new FromShell.AskMoreTime());
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

  public StickViewModel stick() {
    return stick;
  }

  public BringViewModel bring() {
    return bring;
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

  /** Empty while there is nothing to say about the time. */
  public String warningWords() {
    Words words = around.words();
    TimeWarning warning = session().warning();
    String early = session().closesEarly() ? words.of("session.closes-early") : "";
    String soon = warning == null ? "" : words.of("warning", warning);
    return (early + " " + soon).strip();
  }

  /**
   * Empty while there is room for more documents, and while something else asks for attention. In
   * short beside a guide.
   */
  public String fullWords() {
    Outside outside = session().outside();
    if (!outside.homeFull() || session().warning() != null) {
      return "";
    }
    return switch (panel.get()) {
      case MAIN -> words().of(outside.sticks() ? "session.full.stick" : "session.full");
      case GUIDES -> words().of("session.full.short");
      case HELP, STICK, BRING, ROOM -> "";
    };
  }

  /** Where it is said that the home is full, one press leads to deleting. */
  public boolean canMakeRoom() {
    return panel.get() == Panel.MAIN && session().outside().homeFull();
  }

  /** What deleting does, said before it is done. */
  public String roomWords() {
    return words().of(session().outside().sticks() ? "room.kept" : "room.gone");
  }

  /** Whether the time can be longer; known only while it is short. */
  public ReadOnlyObjectProperty<@Nullable Possible> moreTimeProperty() {
    return moreTime;
  }

  /** More time has been asked for and not yet been answered. */
  public ReadOnlyBooleanProperty asksMoreTimeProperty() {
    return asksMoreTime;
  }

  /** How much longer one press makes it; empty if it cannot be longer now. */
  public Optional<String> moreTimeWords() {
    return Optional.ofNullable(moreTime.get())
        .map(Possible::by)
        .map(by -> words().of("session.more", Map.of("duration", words().duration(by))));
  }

  /** Why it cannot be longer, said kindly; empty if it can or that is not known. */
  public String noMoreTimeWords() {
    Possible answer = moreTime.get();
    return answer == null || answer.why() == null ? "" : words().of("more.not", why(answer.why()));
  }

  private static NoMoreTime why(RefusalReason reason) {
    if (reason == RefusalReason.SOMEBODY_WAITS) {
      return NoMoreTime.SOMEBODY_WAITS;
    }
    if (reason == RefusalReason.STATION_RESERVED || reason == RefusalReason.SLOT_JUST_TAKEN) {
      return NoMoreTime.RESERVED;
    }
    if (reason == RefusalReason.CENTRE_CLOSED
        || reason == RefusalReason.SLOT_OUTSIDE_OPENING_HOURS) {
      return NoMoreTime.CLOSING;
    }
    // Any other is about machines, which says nothing to her.
    return NoMoreTime.NOT_NOW;
  }

  private Words words() {
    return around.words();
  }

  /** Answered by the server. */
  public void moreTime(Possible answer) {
    if (session().warning() != null) {
      moreTime.set(answer);
    }
  }

  public void moreTimeGiven() {
    asksMoreTime.set(false);
    moreTime.set(null);
  }

  /** Whatever was asked of the server last. */
  public void refused(RefusalReason reason) {
    bring.refused();
    moreTimeRefused(reason);
  }

  private void moreTimeRefused(RefusalReason reason) {
    if (asksMoreTime.get()) {
      asksMoreTime.set(false);
      moreTime.set(new Possible(null, reason));
    }
  }

  public void askMoreTime() {
    if (!asksMoreTime.get()) {
      asksMoreTime.set(true);
      agent.send(new FromShell.MoreTime());
    }
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

  public void openStick() {
    panel.set(Panel.STICK);
  }

  public void closeStick() {
    panel.set(Panel.MAIN);
  }

  public void openBring() {
    bring.ask();
    panel.set(Panel.BRING);
  }

  /** Asks whether her documents are to go; nothing goes before she says so. */
  public void openRoom() {
    panel.set(Panel.ROOM);
  }

  public void closeRoom() {
    panel.set(Panel.MAIN);
  }

  /** The words that say it is full go away by themselves once it is not. */
  public void deleteDocuments() {
    agent.send(new FromShell.DeleteDocuments());
    closeRoom();
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
      case HELP -> closeHelp();
      case GUIDES -> guides.back();
      case STICK -> closeStick();
      case BRING -> bring.close();
      case ROOM -> closeRoom();
    }
  }

  /** A guide stays open behind the cover; the call for help need not. */
  public void covered() {
    if (panel.get() == Panel.HELP) {
      closeHelp();
    }
  }

  /** Back to the guide from which help was called, if there is one. */
  private void closeHelp() {
    panel.set(guides.isOpen() ? Panel.GUIDES : Panel.MAIN);
  }

  private void closePanel() {
    guides.toList();
    panel.set(Panel.MAIN);
  }
}
