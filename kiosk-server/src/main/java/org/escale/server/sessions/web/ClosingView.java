package org.escale.server.sessions.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.escale.protocol.PublicTicket;
import org.escale.server.booking.BookingDiary;
import org.escale.server.platform.words.TimeWords;
import org.escale.server.sessions.EarlyClosing.Affected;
import org.escale.server.sessions.EarlyClosing.Done;
import org.jspecify.annotations.Nullable;

/**
 * Closing early: the choice of a time, then whom it concerns, then what was done.
 *
 * @param at the time chosen; null before
 * @param affected null before a time is chosen
 * @param done null before it is done
 */
public record ClosingView(
    ZoneId zone,
    List<Instant> choices,
    @Nullable Instant at,
    @Nullable Affected affected,
    @Nullable Done done) {

  public ClosingView {
    choices = List.copyOf(choices);
  }

  /** Somebody whom it concerns, as a line of a list. */
  public record Concerned(PublicTicket ticket, String stationName, String from, String until) {}

  public String clock(Instant moment) {
    return TimeWords.clock(moment, zone);
  }

  /** The time chosen, in words; to be asked only once it is. */
  public String closing() {
    return at == null ? "" : clock(at);
  }

  public List<Concerned> calledOff() {
    return affected == null ? List.of() : concerned(affected.calledOff());
  }

  public List<Concerned> shortened() {
    return affected == null ? List.of() : concerned(affected.shortened());
  }

  public List<Concerned> notTold() {
    return done == null ? List.of() : concerned(done.notTold());
  }

  private List<Concerned> concerned(List<BookingDiary.Line> lines) {
    return lines.stream()
        .map(
            line ->
                new Concerned(
                    line.booking().ticket(),
                    line.stationName(),
                    clock(line.booking().startsAt()),
                    clock(line.booking().endsAt())))
        .toList();
  }
}
