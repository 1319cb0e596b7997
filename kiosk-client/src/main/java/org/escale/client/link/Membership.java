package org.escale.client.link;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.escale.protocol.StationId;

/**
 * What makes this machine a station of a centre.
 *
 * @param server where the centre's server is, {@code https://host:port}
 * @param secret proves to the server that this is the station
 * @param authority whose public key is pinned
 */
public record Membership(
    URI server,
    StationId station,
    String secret,
    X509Certificate authority,
    String stationName,
    String centreName) {

  @Override
  public String toString() {
    return "Membership[" + station + " at " + server + "]";
  }
}
