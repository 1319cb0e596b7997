package org.escale.server;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the server, or does one small thing to it. */
@Command(
    name = "escale-server",
    description = "The server of one centre.",
    mixinStandardHelpOptions = true,
    version = "Escale server 0.1.0",
    subcommands = {ServeCommand.class, EnrolCodeCommand.class})
public final class ServerMain implements Runnable {

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new ServerMain())
        .setExecutionExceptionHandler(new FailureSentence())
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(
        Objects.requireNonNull(spec).commandLine(), "Say what to do, for example: serve");
  }
}
