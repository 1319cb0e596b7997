package org.escale.server;

import java.io.PrintWriter;
import org.escale.server.platform.CannotStartException;
import org.escale.server.platform.TraceWithoutWords;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What whoever started the program reads when it cannot go on: one sentence. */
final class FailureSentence implements IExecutionExceptionHandler {

  private static final int UNEXPECTED = 1;

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    if (failure instanceof CannotStartException known) {
      err.println(known.getMessage());
      return known.reason().exitCode();
    }
    err.println("The server stopped for a reason it did not expect:");
    err.println(TraceWithoutWords.of(failure));
    return UNEXPECTED;
  }
}
