package org.escale.client.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.escale.protocol.Bringing;
import org.escale.protocol.Enrolment;
import org.escale.protocol.Extensions;
import org.escale.protocol.Guide;
import org.escale.protocol.Protocol;
import org.escale.protocol.Queueing;
import org.escale.protocol.Refusal;
import org.escale.protocol.RefusalReason;
import org.escale.protocol.Tickets;
import org.escale.protocol.Visits;
import org.escale.protocol.codec.ProtocolJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a station asks the server over HTTPS. Every method blocks for {@link #PATIENCE} at most, and
 * asks once more if the first try is lost on the way: the server takes the same request once.
 * Thread-safe.
 */
public final class Questions {

  private static final Logger log = LoggerFactory.getLogger(Questions.class);
  private static final Duration ONE_TRY = Duration.ofSeconds(6);

  static final Duration PATIENCE = ONE_TRY.multipliedBy(2);

  /** Guides are long texts in every language. */
  private static final int LONGEST_ANSWER = 4 * 1024 * 1024;

  private final ProtocolJson json = new ProtocolJson();
  private final HttpClient client;
  private final URI server;
  private final String authorization;

  Questions(HttpClient client, URI server, String authorization) {
    this.client = client;
    this.server = server;
    this.authorization = authorization;
  }

  public Answer<Visits.Offer> offer() {
    return ask(get(Protocol.OFFER_PATH), Visits.Offer.class);
  }

  public Answer<Visits.FreeSlots> slots(Visits.SlotsWish wish) {
    return ask(post(Protocol.SLOTS_PATH, wish), Visits.FreeSlots.class);
  }

  public Answer<Visits.Granted> takeNow(Visits.TakeNow wish) {
    return ask(post(Protocol.WALK_INS_PATH, wish), Visits.Granted.class);
  }

  public Answer<Visits.Booked> book(Visits.Book wish) {
    return ask(post(Protocol.BOOKINGS_PATH, wish), Visits.Booked.class);
  }

  public Answer<Visits.Granted> start(Visits.Start wish) {
    return ask(post(Protocol.BOOKING_START_PATH, wish), Visits.Granted.class);
  }

  public Answer<Visits.Granted> useCode(Visits.UseCode wish) {
    return ask(post(Protocol.CODES_PATH, wish), Visits.Granted.class);
  }

  public Answer<Queueing.Joined> join(Queueing.Join wish) {
    return ask(post(Protocol.QUEUE_PATH, wish), Queueing.Joined.class);
  }

  public Answer<Tickets.Seen> show(Tickets.Show wish) {
    return ask(post(Protocol.TICKET_SHOW_PATH, wish), Tickets.Seen.class);
  }

  public Answer<Tickets.Seen> move(Tickets.Move wish) {
    return ask(post(Protocol.TICKET_MOVE_PATH, wish), Tickets.Seen.class);
  }

  public Answer<Tickets.Cancelled> cancel(Tickets.Cancel wish) {
    return ask(post(Protocol.TICKET_CANCEL_PATH, wish), Tickets.Cancelled.class);
  }

  public Answer<Extensions.Possible> moreTime(Extensions.Question question) {
    return ask(post(Protocol.EXTENSION_PATH, question), Extensions.Possible.class);
  }

  public Answer<Extensions.Granted> extend(Extensions.Wish wish) {
    return ask(post(Protocol.EXTEND_PATH, wish), Extensions.Granted.class);
  }

  public Answer<Bringing.Invitation> invite(Bringing.Wish wish) {
    return ask(post(Protocol.BRING_PATH, wish), Bringing.Invitation.class);
  }

  public Answer<Bringing.Noted> told(Bringing.Told told) {
    return ask(post(Protocol.BRING_TOLD_PATH, told), Bringing.Noted.class);
  }

  public Answer<Guide.Catalogue> guides() {
    return ask(get(Protocol.GUIDES_PATH), Guide.Catalogue.class);
  }

  Answer<Enrolment.Answer> enrol(Enrolment.Request request) {
    return ask(post(Protocol.ENROL_PATH, request), Enrolment.Answer.class);
  }

  private HttpRequest get(String path) {
    return request(path).GET().build();
  }

  private HttpRequest post(String path, Object message) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json.write(message)))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(server.resolve(path)).timeout(ONE_TRY);
    return authorization.isEmpty() ? builder : builder.header("Authorization", authorization);
  }

  private <T> Answer<T> ask(HttpRequest request, Class<T> type) {
    try {
      return read(sendTwice(request), type);
    } catch (IOException e) {
      log.warn("the server was not reached for {}: {}", request.uri().getPath(), e.toString());
      return new Answer.Refused<>(RefusalReason.SERVER_NOT_REACHED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Refused<>(RefusalReason.SERVER_NOT_REACHED);
    }
  }

  private HttpResponse<InputStream> sendTwice(HttpRequest request)
      throws IOException, InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      log.debug("asked once more", e);
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }
  }

  private <T> Answer<T> read(HttpResponse<InputStream> response, Class<T> type) throws IOException {
    String body = text(response);
    try {
      return response.statusCode() / 100 == 2
          ? new Answer.Given<>(json.read(body, type))
          : new Answer.Refused<>(json.read(body, Refusal.class));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException("status " + response.statusCode() + " with an answer of another kind");
    }
  }

  private static String text(HttpResponse<InputStream> response) throws IOException {
    try (InputStream body = response.body()) {
      byte[] bytes = body.readNBytes(LONGEST_ANSWER + 1);
      if (bytes.length > LONGEST_ANSWER) {
        throw new IOException("an answer of more than " + LONGEST_ANSWER + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
