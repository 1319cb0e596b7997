package org.escale.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.escale.protocol.Bringing;
import org.escale.protocol.DocumentKind;
import org.escale.protocol.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a station fetches what telephones bring. Thread-safe. */
public final class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private static final Duration PATIENCE = Bringing.ANSWERED_WITHIN.plusSeconds(10);
  private static final int NOTHING = 204;
  private static final int GONE = 410;

  private final HttpClient client;
  private final URI server;
  private final String authorization;

  Deliveries(HttpClient client, URI server, String authorization) {
    this.client = client;
    this.server = server;
    this.authorization = authorization;
  }

  /** Blocks until the server answers, {@link Bringing#ANSWERED_WITHIN} and a little at most. */
  public Delivery next() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(Protocol.BRING_DOCUMENTS_PATH))
            .timeout(PATIENCE)
            .header("Authorization", authorization)
            .GET()
            .build();
    try {
      return read(client.send(request, HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException | IllegalArgumentException e) {
      log.debug("the server was not reached for documents: {}", e.toString());
      return new Delivery.NotReached();
    }
  }

  private static Delivery read(HttpResponse<InputStream> response) throws IOException {
    if (response.statusCode() == 200) {
      return document(response)
          .orElseThrow(() -> new IOException("a document without an id, a kind or a size"));
    }
    response.body().close();
    return switch (response.statusCode()) {
      case NOTHING -> new Delivery.Nothing();
      case GONE -> new Delivery.NobodyInvited();
      default -> new Delivery.NotReached();
    };
  }

  private static Optional<Delivery> document(HttpResponse<InputStream> response) {
    Optional<UUID> id =
        response.headers().firstValue(Bringing.DOCUMENT_HEADER).map(UUID::fromString);
    Optional<DocumentKind> kind =
        response.headers().firstValue("Content-Type").flatMap(DocumentKind::ofMediaType);
    OptionalLong size = response.headers().firstValueAsLong("Content-Length");
    if (id.isEmpty() || kind.isEmpty() || size.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Delivery.Document(
            id.get(), kind.get(), new DocumentStream(response.body(), size.getAsLong())));
  }
}
