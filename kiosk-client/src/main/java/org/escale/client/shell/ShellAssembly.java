package org.escale.client.shell;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.escale.client.ipc.AgentConnection;
import org.escale.client.ipc.FromShell;
import org.escale.client.ipc.ToShell;
import org.escale.client.shell.describe.ScreenDescription;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.session.SoftChime;
import org.escale.client.station.ScreenLayout.Area;
import org.escale.protocol.StationRole;

/** All wiring of the shell, by hand. */
final class ShellAssembly {

  private final ShellOptions options;
  private final InstantSource clock = InstantSource.system();
  private final Area screen = screen();
  private final Surroundings around;
  private final Journey journey;
  private final ShellWindow window;
  private final AgentConnection agent;

  ShellAssembly(ShellOptions options, Stage stage) {
    this.options = options;
    this.around =
        new Surroundings(
            new ToShell.About(
                "Escale", null, ZoneId.systemDefault(), false, false, StationRole.VISITS, false),
            clock.instant());
    Path socketPath = Objects.requireNonNull(options.socketPath, "the parser requires it");
    this.agent = new AgentConnection(socketPath, Platform::runLater, new Heard());
    this.journey = new Journey(around, agent::send, new SoftChime());
    this.window = new ShellWindow(stage, screen, options.look(), journey, around);
  }

  void start() {
    window.open();
    ShellOptions.Described described = options.described;
    if (described != null) {
      Path filePath = Objects.requireNonNull(described.filePath, "the parser requires it");
      new ScreenDescription(
              window.scene(),
              filePath,
              described.secrets,
              () -> journey.placeProperty().get().model().name())
          .follow();
    }
    ScheduledExecutorService seconds =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("seconds").factory());
    var _ =
        seconds.scheduleAtFixedRate(() -> Platform.runLater(this::tick), 1, 1, TimeUnit.SECONDS);
    agent.start();
  }

  private void tick() {
    around.nowProperty().set(clock.instant());
    journey.tick();
  }

  private static Area screen() {
    Rectangle2D bounds = Screen.getPrimary().getBounds();
    return new Area(
        (int) bounds.getMinX(),
        (int) bounds.getMinY(),
        (int) bounds.getWidth(),
        (int) bounds.getHeight());
  }

  private final class Heard implements AgentConnection.Listener {

    @Override
    public void connected() {
      agent.send(new FromShell.Ready(screen.width(), screen.height()));
    }

    @Override
    public void received(ToShell message) {
      journey.receive(message);
    }

    @Override
    public void disconnected() {
      journey.lostAgent();
    }
  }
}
