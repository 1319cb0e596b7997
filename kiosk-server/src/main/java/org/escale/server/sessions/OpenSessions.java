package org.escale.server.sessions;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escale.protocol.Language;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.server.booking.Booking;
import org.escale.server.booking.BookingDiary;
import org.jspecify.annotations.Nullable;

/** Sessions as others see them. Thread-safe. */
public final class OpenSessions {

  private final SessionStore store;
  private final BookingDiary diary;

  /** In memory alone: it says something about the visitor and nothing about the station. */
  private final Map<SessionId, Language> languages = new ConcurrentHashMap<>();

  public OpenSessions(SessionStore store, BookingDiary diary) {
    this.store = store;
    this.diary = diary;
  }

  /**
   * An open session as the console shows it.
   *
   * @param ticket null if the server does not know what it was granted for
   * @param endsAt when its time is over
   * @param language French if the server has restarted since it began
   */
  public record Line(
      Session session,
      @Nullable PublicTicket ticket,
      @Nullable Instant endsAt,
      Language language) {}

  public Optional<Session> find(SessionId id) {
    return store.find(id);
  }

  /** The open session of each station that has one. */
  public Map<StationId, Line> open() {
    List<Session> open = store.open();
    languages.keySet().retainAll(open.stream().map(Session::id).toList());
    Map<StationId, Line> lines = new HashMap<>();
    open.forEach(session -> lines.put(session.station(), line(session)));
    return lines;
  }

  /** This session, if it is open. */
  public Optional<Line> line(SessionId id) {
    return store.find(id).filter(Session::isOpen).map(this::line);
  }

  /** The ticket of an open session. */
  public Optional<PublicTicket> ticketOf(SessionId id) {
    return store.find(id).map(Session::booking).flatMap(diary::find).map(Booking::ticket);
  }

  void speaks(SessionId id, Language language) {
    languages.put(id, language);
  }

  Optional<Session> openAt(StationId station) {
    return store.open().stream().filter(session -> session.station().equals(station)).findFirst();
  }

  private Line line(Session session) {
    Optional<Booking> booking = Optional.ofNullable(session.booking()).flatMap(diary::find);
    return new Line(
        session,
        booking.map(Booking::ticket).orElse(null),
        booking.map(Booking::endsAt).orElse(null),
        languages.getOrDefault(session.id(), Language.FRENCH));
  }
}
