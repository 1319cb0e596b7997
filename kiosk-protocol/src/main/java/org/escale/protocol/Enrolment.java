package org.escale.protocol;

/** How a new station becomes one of the centre's. */
public final class Enrolment {

  /**
   * Asked once, without a station secret.
   *
   * @param secret the one-time secret out of the enrolment code
   */
  public record Request(String secret, String programVersion) {

    @Override
    public String toString() {
      return "Enrolment.Request[hidden]";
    }
  }

  /**
   * @param secret 256 random bits, base64url; sent as {@code Authorization: Bearer} from now on
   */
  public record Answer(StationId station, String secret, String stationName, String centreName) {

    @Override
    public String toString() {
      return "Enrolment.Answer[" + station + "]";
    }
  }

  private Enrolment() {}
}
