package org.escale.client.os.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a rehearsed visit is made of.
 *
 * @param parentDir where the visit's throw-away folder is made
 * @param displayName the display that shell and browser stand on, for example {@code :0}
 * @param environment what else the browser is given, for example XAUTHORITY
 * @param browserArguments more arguments for the browser, if this computer needs them
 */
public record RehearsalSettings(
    Path browserPath,
    URI startPage,
    Path parentDir,
    String displayName,
    Map<String, String> environment,
    List<String> browserArguments) {

  public RehearsalSettings {
    environment = Map.copyOf(environment);
    browserArguments = List.copyOf(browserArguments);
  }
}
