package org.escale.client.shell.session;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.bring.BringPanel;
import org.escale.client.shell.guide.GuidePanel;
import org.escale.client.shell.help.HelpPanel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.DockPage;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.look.TimeRing;
import org.escale.client.shell.stick.StickPanel;
import org.escale.client.shell.words.Words;

/** The dock: the time in words, then what can be done; help and hide never leave their place. */
public final class DockView {

  private final DockViewModel model;
  private final Words words;
  private final DockPage page;

  private DockView(DockViewModel model, Surroundings around) {
    this.model = model;
    this.words = around.words();
    this.page = new DockPage(around, whose());
  }

  public static Parent of(DockViewModel model, Surroundings around) {
    return new DockView(model, around).build();
  }

  private Parent build() {
    page.top(time(), warning(), moreTime(), full()).bottom(always());
    model.panelProperty().subscribe(panel -> page.middle(Page.growing(panel(panel))));
    return page;
  }

  private Node whose() {
    HBox whose =
        new HBox(
            TicketBadge.of(model.session().ticket(), model.ticketWords()),
            Say.quiet(model.ticketWords()));
    whose.getStyleClass().add("row");
    whose.setAlignment(Pos.CENTER_LEFT);
    return whose;
  }

  private Node time() {
    TimeRing ring = new TimeRing();
    Sentence remaining = Say.lead("");
    HBox.setHgrow(remaining, Priority.ALWAYS);
    model
        .sessionProperty()
        .subscribe(
            now -> {
              ring.show(model.remainingShare());
              remaining.setText(model.remainingWords());
            });
    HBox time = new HBox(ring, remaining);
    time.getStyleClass().add("time");
    time.setAlignment(Pos.CENTER_LEFT);
    return time;
  }

  private Node warning() {
    Sentence text = Say.strong("");
    Band band = Band.soon("hourglass-split", text);
    Runnable refresh =
        () -> {
          text.setText(model.warningWords());
          band.setVisible(
              !text.getText().isEmpty() && !moreTimeSaysIt() && model.fullWords().isEmpty());
          band.setManaged(band.isVisible());
        };
    model.sessionProperty().subscribe(refresh);
    model.moreTimeProperty().subscribe(refresh);
    model.panelProperty().subscribe(refresh);
    refresh.run();
    return band;
  }

  /** Beside a guide there is little room: the press that gives more time says it all. */
  private boolean moreTimeSaysIt() {
    return model.panelProperty().get() != DockViewModel.Panel.MAIN
        && model.moreTimeWords().isPresent();
  }

  /** One press while nobody waits; otherwise a kind word. */
  private Node moreTime() {
    Pressable more = Pressable.main("more-time", "plus-circle", "", model::askMoreTime);
    more.disableProperty().bind(model.asksMoreTimeProperty());
    Sentence why = Say.body("");
    VBox place = new VBox();
    place.getStyleClass().add("more-time");
    model
        .moreTimeProperty()
        .subscribe(
            answer -> {
              why.setText(model.noMoreTimeWords());
              place.getChildren().clear();
              model
                  .moreTimeWords()
                  .ifPresentOrElse(
                      words -> {
                        more.say(words);
                        place.getChildren().add(more);
                      },
                      () -> {
                        if (!why.getText().isEmpty()) {
                          place.getChildren().add(why);
                        }
                      });
              place.setManaged(!place.getChildren().isEmpty());
            });
    return place;
  }

  /** Said from wherever she is in the session, once there is no room for more documents. */
  private Node full() {
    Sentence text = Say.strong("");
    Band band = Band.soon("file-earmark-x", text);
    Pressable press = Pressable.soon("make-room", "trash", "", model::openRoom);
    VBox place = new VBox();
    place.getStyleClass().add("full");
    Runnable refresh =
        () -> {
          String said = model.fullWords();
          text.setText(said);
          press.say(said);
          place.getChildren().setAll(model.canMakeRoom() ? press : band);
          place.setVisible(!said.isEmpty());
          place.setManaged(place.isVisible());
        };
    model.sessionProperty().subscribe(refresh);
    model.panelProperty().subscribe(refresh);
    refresh.run();
    return place;
  }

  private Region panel(DockViewModel.Panel panel) {
    return switch (panel) {
      case MAIN -> MainPanel.of(model, words);
      case HELP -> HelpPanel.of(model.help(), words);
      case GUIDES -> GuidePanel.of(model.guides(), words);
      case STICK -> StickPanel.of(model.stick(), words, model::closeStick);
      case BRING -> BringPanel.of(model.bring(), words);
      case ROOM -> RoomPanel.of(model, words);
    };
  }

  /** Help and hide: one press from everywhere in a session. */
  private Node always() {
    Pressable help =
        Pressable.stacked("help", "question-circle", words.of("session.help"), model::openHelp);
    Pressable hide = Pressable.stacked("hide", "eye-slash", words.of("session.hide"), model::hide);
    return Columns.of(List.of(help, hide));
  }
}
