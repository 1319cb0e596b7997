package org.escale.client.shell;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Look;
import org.escale.client.shell.welcome.StillThereView;
import org.escale.client.station.ScreenLayout.Area;

/**
 * The shell's one window: the whole screen, or the dock's part of it while a visit stands beside.
 * It cannot be closed, moved or resized from outside.
 */
final class ShellWindow {

  private static final String TITLE = "Escale";

  private final Stage stage;
  private final Area screen;
  private final Look look;
  private final Journey journey;
  private final Surroundings around;
  private final StackPane root = new StackPane();
  private final Scene scene = new Scene(root);
  private boolean stale;
  private boolean usesKeyboard;

  ShellWindow(Stage stage, Area screen, Look look, Journey journey, Surroundings around) {
    this.stage = stage;
    this.screen = screen;
    this.look = look;
    this.journey = journey;
    this.around = around;
  }

  Scene scene() {
    return scene;
  }

  void open() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    Platform.setImplicitExit(false);
    look.dress(scene);
    listen();
    stage.initStyle(StageStyle.UNDECORATED);
    stage.setTitle(TITLE);
    stage.setResizable(false);
    stage.setAlwaysOnTop(true);
    stage.setOnCloseRequest(Event::consume);
    stage.setScene(scene);
    build();
    stage.show();
  }

  private void listen() {
    journey.placeProperty().subscribe(place -> becomeStale());
    around.languageProperty().subscribe(language -> becomeStale());
    around.aboutProperty().subscribe(about -> becomeStale());
    journey.stillThere().askingProperty().subscribe(asking -> becomeStale());
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> touched(event));
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          usesKeyboard = false;
          touched(event);
        });
  }

  private void key(KeyEvent event) {
    usesKeyboard = true;
    touched(event);
    if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
      event.consume();
      journey.placeProperty().get().model().back();
    }
  }

  /** Any sign of life answers the question whether somebody is there, and does nothing else. */
  private void touched(InputEvent event) {
    if (journey.stillThere().askingProperty().get()) {
      event.consume();
    }
    journey.stillThere().touched();
  }

  /** Several things may change at once; the screen is built once. */
  private void becomeStale() {
    if (!stale) {
      stale = true;
      Platform.runLater(this::build);
    }
  }

  private void build() {
    stale = false;
    Place place = journey.placeProperty().get();
    scene.setNodeOrientation(
        around.language().rightToLeft()
            ? NodeOrientation.RIGHT_TO_LEFT
            : NodeOrientation.LEFT_TO_RIGHT);
    stand(place);
    Parent page = Views.of(place, around);
    root.getChildren().setAll(page);
    if (journey.stillThere().askingProperty().get()) {
      root.getChildren().add(StillThereView.of(around.words(), journey.stillThere()::touched));
    }
    page.requestFocus();
    if (usesKeyboard) {
      page.requestFocusTraversal(TraversalDirection.NEXT);
    }
  }

  private void stand(Place place) {
    switch (place) {
      case Place.Session(var model) -> standInDock(model.session().layout().dock());
      case Place.Ending(var model) -> standInDock(model.ending().layout().dock());
      case Place.ChooseLanguage _,
          Place.Choices _,
          Place.Notice _,
          Place.Slots _,
          Place.Booked _,
          Place.Needs _,
          Place.Wait _,
          Place.InLine _,
          Place.FindTicket _,
          Place.TicketSeen _,
          Place.GivenBack _,
          Place.Code _,
          Place.HeldTicket _,
          Place.Opening _,
          Place.Hidden _,
          Place.Erasing _,
          Place.NotAvailable _,
          Place.OneMoment _ -> {
        look.sizePage(root, screen);
        stand(screen);
      }
    }
  }

  private void standInDock(Area dock) {
    look.sizeDock(root, dock);
    stand(dock);
  }

  private void stand(Area area) {
    stage.setX(area.x());
    stage.setY(area.y());
    stage.setWidth(area.width());
    stage.setHeight(area.height());
  }
}
