package org.escale.client.shell;

import java.nio.file.Path;
import org.escale.client.shell.look.Look;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How the shell is started. Visitors cannot set any of this. */
@Command(
    name = "kiosk-shell",
    mixinStandardHelpOptions = true,
    description = "What visitors of a station see and press.")
final class ShellOptions {

  @Option(
      names = "--socket",
      required = true,
      paramLabel = "PATH",
      description = "The agent's Unix socket.")
  @Nullable Path socketPath;

  @Option(names = "--high-contrast", description = "White and yellow on black.")
  boolean highContrast;

  @Option(names = "--dark", description = "Light on dark.")
  boolean dark;

  @Option(names = "--large-text", description = "Everything written 1.3 times as large.")
  boolean largeText;

  @ArgGroup(exclusive = false)
  @Nullable Described described;

  /** For an outside driver of a development station. */
  static final class Described {

    @Option(
        names = "--describe-to",
        required = true,
        paramLabel = "FILE",
        description =
            "For development: keep in FILE the screen's name and where its pressables are.")
    @Nullable Path filePath;

    @Option(
        names = "--describe-secrets",
        description =
            "For rehearsals alone: also write what the screen says, a ticket and its digits.")
    boolean secrets;
  }

  Look look() {
    if (highContrast) {
      return new Look(Look.Colours.HIGH_CONTRAST, largeText);
    }
    return new Look(dark ? Look.Colours.DARK : Look.Colours.LIGHT, largeText);
  }
}
