package org.escale.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checked settings of one centre's server.
 *
 * @param dataDir holds everything the server must not forget
 * @param bindAddress where to listen; {@code 0.0.0.0} for the whole room
 * @param httpsPort stations and console; 0 takes any free port
 * @param httpPort the page that explains how to trust the centre; 0 takes any free port
 * @param hostNames names by which the server is called besides the machine's own
 * @param slotLength of a usual slot, until an admin decides otherwise on the console
 * @param phoneAddress by which visitors' telephones open this server, where that is not the address
 *     by which stations do; null if it is
 * @param metricsToken lets other machines read the metrics; null: only this machine
 */
public record ServerConfig(
    Path dataDir,
    String centreName,
    ZoneId zone,
    String bindAddress,
    int httpsPort,
    int httpPort,
    Duration slotLength,
    Opening opening,
    List<String> hostNames,
    @Nullable URI phoneAddress,
    @Nullable String metricsToken) {

  /**
   * When visitors may come, every day, until an admin decides otherwise on the console.
   *
   * @param fromMinute minute of the day
   * @param untilMinute minute of the day, up to 1440 for midnight
   */
  public record Opening(int fromMinute, int untilMinute) {

    static final int MINUTES_OF_DAY = 24 * 60;

    private static final int QUARTER = 15;

    public Opening {
      if (fromMinute < 0 || untilMinute > MINUTES_OF_DAY || fromMinute >= untilMinute) {
        throw new IllegalArgumentException("no opening hours: " + fromMinute + "–" + untilMinute);
      }
      if (fromMinute % QUARTER != 0 || untilMinute % QUARTER != 0) {
        throw new IllegalArgumentException("opening hours are whole quarters of an hour");
      }
    }
  }

  public ServerConfig {
    hostNames = List.copyOf(hostNames);
  }

  @Override
  public String toString() {
    return "ServerConfig[" + centreName + ", " + dataDir + "]";
  }
}
