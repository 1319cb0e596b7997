package org.escale.client.shell;

import javafx.application.Application;
import javafx.stage.Stage;
import picocli.CommandLine;

/** The toolkit's way in: hands the first window to the assembly. */
public final class ShellApp extends Application {

  @Override
  public void start(Stage stage) {
    ShellOptions options =
        CommandLine.populateCommand(
            new ShellOptions(), getParameters().getRaw().toArray(String[]::new));
    new ShellAssembly(options, stage).start();
  }
}
