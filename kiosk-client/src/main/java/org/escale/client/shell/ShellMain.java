package org.escale.client.shell;

import javafx.application.Application;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Starts the shell. Not a JavaFX application itself, so that it starts from the class path. Needs
 * no network and holds no secret.
 */
public final class ShellMain {

  public static void main(String[] args) {
    CommandLine command = new CommandLine(new ShellOptions());
    try {
      command.parseArgs(args);
    } catch (ParameterException e) {
      System.err.println(e.getMessage());
      System.exit(CommandLine.ExitCode.USAGE);
    }
    if (command.isUsageHelpRequested()) {
      command.usage(System.out);
      return;
    }
    // Drawing by the processor: a kiosk's few still pages need no graphics memory or driver.
    System.setProperty("prism.order", "sw");
    System.setProperty("prism.lcdtext", "false");
    // On Linux the toolkit's clock never rests, and wakes the processor 60 times a second to find
    // nothing to draw. Nothing here moves by itself: what changes is seen after 50 ms at most.
    System.setProperty("javafx.animation.pulse", "20");
    Application.launch(ShellApp.class, args);
  }

  private ShellMain() {}
}
