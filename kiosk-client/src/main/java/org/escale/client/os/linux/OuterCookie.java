package org.escale.client.os.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cookie of the station's own display, and copies of it for those who may stand there. */
record OuterCookie(int displayNumber, MagicCookie cookie) {

  static OuterCookie read(LinuxSettings.OuterDisplay display) throws LinuxException {
    int number = numberOf(display.name());
    try {
      byte[] file = Files.readAllBytes(display.authorityPath());
      return Xauthority.cookieFor(number, file)
          .map(cookie -> new OuterCookie(number, cookie))
          .orElseThrow(
              () -> new LinuxException("no cookie for the display in " + display.authorityPath()));
    } catch (IOException e) {
      throw new LinuxException("cannot read " + display.authorityPath(), e);
    }
  }

  /** Writes a copy that only this user can read. */
  void writeFor(Account reader, Path path) throws LinuxException {
    RunFolders.writeFor(reader, path, Xauthority.file(displayNumber, cookie));
  }

  /** The number in {@code :0}, {@code :0.0} or {@code localhost:0}. */
  static int numberOf(String name) {
    String number = name.substring(name.indexOf(':') + 1);
    int dot = number.indexOf('.');
    return Integer.parseInt(dot < 0 ? number : number.substring(0, dot));
  }
}
