package org.escale.server.platform.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.escale.server.TestClock;
import org.escale.server.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {

  @TempDir Path dir;
  private final TestClock clock = new TestClock();

  @Test
  void aClientThatPinsTheAuthorityIsServedByAddressAndByName() {
    TestServer server = TestServer.shared();
    HttpClient client = server.client();

    assertThat(server.get(client, "/healthz").body()).isEqualTo("ok\n");
    assertThat(status(client, "https://localhost:" + port(server) + "/healthz")).isEqualTo(200);
    assertThat(
            status(
                client,
                "https://" + CentreAuthority.addressInTheRoom() + ":" + port(server) + "/healthz"))
        .isEqualTo(200);
  }

  @Test
  void aClientThatPinsAnotherAuthorityRefusesTheServer() throws Exception {
    TestServer server = TestServer.shared();
    HttpClient client = TestServer.clientTrusting(authority(Set.of()).certificate());
    HttpRequest request = HttpRequest.newBuilder(server.uri("/healthz")).build();

    assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theHelpPageExplainsAndGivesTheCertificate() throws Exception {
    TestServer server = TestServer.shared();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> page =
          TestServer.send(client, HttpRequest.newBuilder(server.trustPageUri("/")).build());
      HttpResponse<byte[]> certificate =
          client.send(
              HttpRequest.newBuilder(server.trustPageUri("/autorite.crt")).build(),
              HttpResponse.BodyHandlers.ofByteArray());

      assertThat(page.body()).contains("https://127.0.0.1:" + port(server) + "/");
      assertThat(
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificate.body())))
          .isEqualTo(server.authority());
    }
  }

  @Test
  void theKeysAreForTheServersUserAlone() throws Exception {
    CentreAuthority authority = authority(Set.of());
    leaf(authority);

    for (String file : Set.of("authority.pem", "server.pem")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theAuthorityIsMadeOnceAndTheLeafIsKept() throws Exception {
    CentreAuthority first = authority(Set.of());
    X509Certificate leaf = leaf(first);

    CentreAuthority again = authority(Set.of());

    assertThat(again.publicKey()).isEqualTo(first.publicKey());
    assertThat(again.mustRenew()).isFalse();
    assertThat(leaf(again)).isEqualTo(leaf);
  }

  @Test
  void theLeafIsMadeAnewWhenTheMachineIsCalledDifferently() throws Exception {
    leaf(authority(Set.of()));

    CentreAuthority renamed = authority(Set.of("escale.example"));

    assertThat(renamed.mustRenew()).isTrue();
    assertThat(leaf(renamed).getSubjectAlternativeNames().toString()).contains("escale.example");
    assertThat(renamed.mustRenew()).isFalse();
  }

  @Test
  void theLeafIsMadeAnewBeforeItExpires() throws Exception {
    CentreAuthority authority = authority(Set.of());
    X509Certificate leaf = leaf(authority);

    clock.advance(CertificateMaker.LEAF_LIFE.minus(Duration.ofDays(29)));

    assertThat(authority.mustRenew()).isTrue();
    assertThat(leaf(authority).getNotAfter()).isAfter(leaf.getNotAfter());
  }

  @Test
  void theLeafVouchesForNamesAndAddresses() throws Exception {
    String names = leaf(authority(Set.of())).getSubjectAlternativeNames().toString();

    assertThat(names).contains("localhost", "127.0.0.1", CentreAuthority.addressInTheRoom());
    String host = InetAddress.getLocalHost().getHostName();
    assertThat(names).contains(host.replaceAll("\\..*", "") + ".local");
  }

  private CentreAuthority authority(Set<String> names) throws Exception {
    return CentreAuthority.open(dir, "Espace Test", names, new SecureRandom(), clock);
  }

  private static X509Certificate leaf(CentreAuthority authority) throws Exception {
    KeyStore keys = authority.serverKeys();
    return (X509Certificate) keys.getCertificate("server");
  }

  private static int port(TestServer server) {
    return server.assembly().httpsPort();
  }

  private static int status(HttpClient client, String uri) {
    return TestServer.send(client, HttpRequest.newBuilder(URI.create(uri)).build()).statusCode();
  }
}
