package org.escale.server.bring.web;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where telephones open this server: as the settings say; otherwise where the station that asks has
 * found it itself, unless telephones would not find it there.
 */
public final class PhoneAddress {

  private final @Nullable URI fromSettings;
  private final Supplier<String> inTheRoom;

  /**
   * @param inTheRoom an address of this machine that others in the room reach
   */
  public PhoneAddress(@Nullable URI fromSettings, Supplier<String> inTheRoom) {
    this.fromSettings = fromSettings;
    this.inTheRoom = inTheRoom;
  }

  /**
   * @param host as the station has called this server, with its port
   * @return for example {@code https://192.168.1.10:8443/apporter}
   */
  String page(String host) {
    return (fromSettings == null ? asCalled(host) : fromSettings) + PhonePages.PATH;
  }

  private String asCalled(String host) {
    URI called = URI.create("https://" + host);
    String name = called.getHost();
    return isForThisMachineAlone(name) || name.endsWith(".local") || !name.contains(".")
        ? "https://" + inTheRoom.get() + port(called)
        : called.toString();
  }

  /** Also names without a dot and names of the local link, which many telephones do not know. */
  private static boolean isForThisMachineAlone(String name) {
    return name.equals("localhost") || name.startsWith("127.");
  }

  private static String port(URI called) {
    return called.getPort() < 0 ? "" : ":" + called.getPort();
  }
}
