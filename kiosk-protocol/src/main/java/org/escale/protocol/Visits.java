package org.escale.protocol;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions of a visitor at a station about time on a computer, and the server's answers. */
public final class Visits {

  /**
   * What this station can offer now.
   *
   * @param walkIn null if nobody can take this station now
   * @param slots the next ones of the usual length on any station, soonest first
   * @param waiting what joining the queue would mean; null while some station is free
   * @param opensAt when the centre opens next; null while it is open, and if it never does
   */
  public record Offer(
      @Nullable WalkIn walkIn,
      List<Slot> slots,
      @Nullable QueuePlace waiting,
      Choices choices,
      @Nullable Instant opensAt) {

    public Offer {
      slots = List.copyOf(slots);
    }
  }

  /** This station can be taken now, for as long as no ticket comes. */
  public record WalkIn(Duration length, Instant until, Until because) {}

  /** What ends a visit that begins now. */
  public enum Until {
    USUAL_LENGTH,
    NEXT_TICKET,
    CLOSING
  }

  /**
   * What a visitor may choose from when she books.
   *
   * @param days on which the centre opens, today first
   * @param lengths the usual one first; the longer one is for who needs more time
   * @param needs traits that some station has
   * @param places every station that can be booked, by name
   */
  public record Choices(
      List<LocalDate> days, List<Duration> lengths, Set<StationTrait> needs, List<Place> places) {

    public Choices {
      days = List.copyOf(days);
      lengths = List.copyOf(lengths);
      needs = Set.copyOf(needs);
      places = List.copyOf(places);
    }
  }

  /** A station that can be booked. */
  public record Place(StationId station, String name, Set<StationTrait> traits) {

    public Place {
      traits = Set.copyOf(traits);
    }
  }

  /** A bookable stretch of time on some station. */
  public record Slot(Instant start, Duration length) {}

  /**
   * Which slots of this day are free?
   *
   * @param needs those of the booking that is moved count instead, if there is one
   * @param station only there; null: anywhere that fits
   * @param moving a booking that would be moved there: it does not stand in its own way; null: none
   */
  public record SlotsWish(
      LocalDate day,
      Duration length,
      Set<StationTrait> needs,
      @Nullable StationId station,
      @Nullable BookingId moving) {

    public SlotsWish {
      needs = Set.copyOf(needs);
    }

    /** For a new booking. */
    public static SlotsWish of(
        LocalDate day, Duration length, Set<StationTrait> needs, @Nullable StationId station) {
      return new SlotsWish(day, length, needs, station, null);
    }
  }

  /** The free slots of a day, soonest first. */
  public record FreeSlots(LocalDate day, List<Slot> slots) {

    public FreeSlots {
      slots = List.copyOf(slots);
    }
  }

  /**
   * Take this station now.
   *
   * @param request the same id again gets the same answer, so a lost answer can be asked again
   */
  public record TakeNow(UUID request, Language language) {}

  /**
   * Take a slot. The server picks a station that fits, the asking one if it does.
   *
   * @param station only there; null: anywhere that fits
   */
  public record Book(
      UUID request,
      Slot slot,
      Set<StationTrait> needs,
      @Nullable StationId station,
      Language language) {

    public Book {
      needs = Set.copyOf(needs);
    }
  }

  /** The visitor's ticket for a slot, shown to her alone. */
  public record Booked(
      BookingId booking, PublicTicket ticket, TicketSecret secret, Slot slot, String stationName) {}

  /** Begin a booked visit at this station. */
  public record Start(UUID request, PublicTicket ticket, TicketSecret secret, Language language) {}

  /** A mediator has told the visitor a code that opens this station. */
  public record UseCode(UUID request, UnlockCode code, Language language) {}

  /** Yes: an {@link Command.Unlock} for this session comes over the link. */
  public record Granted(SessionId session) {}

  private Visits() {}
}
