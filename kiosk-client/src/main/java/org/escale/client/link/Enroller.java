package org.escale.client.link;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.escale.protocol.Enrolment;
import org.escale.protocol.EnrolmentCode;

/** Makes this machine one of a centre's stations. */
public final class Enroller {

  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  /**
   * Asks the server for a membership. The code says which authority must have signed the server's
   * certificate; to any other server the code is not sent.
   *
   * @param server {@code https://host:port}
   */
  public static Answer<Membership> enrol(EnrolmentCode code, URI server, String programVersion) {
    AuthorityTrust trust = new AuthorityTrust(code::names, List.of());
    try (HttpClient client =
        HttpClient.newBuilder()
            .sslContext(trust.context())
            .connectTimeout(CONNECT_WITHIN)
            .build()) {
      Questions questions = new Questions(client, server, "");
      return switch (questions.enrol(new Enrolment.Request(code.secret(), programVersion))) {
        case Answer.Refused<Enrolment.Answer> refused -> new Answer.Refused<>(refused.refusal());
        case Answer.Given<Enrolment.Answer>(Enrolment.Answer given) ->
            new Answer.Given<>(membership(server, given, trust));
      };
    }
  }

  private static Membership membership(URI server, Enrolment.Answer given, AuthorityTrust trust) {
    return new Membership(
        server,
        given.station(),
        given.secret(),
        trust.seen().orElseThrow(() -> new IllegalStateException("an answer without TLS")),
        given.stationName(),
        given.centreName());
  }

  private Enroller() {}
}
