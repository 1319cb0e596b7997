package org.escale.client.shell.booking;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.escale.client.ipc.ToShell.SlotsFree;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.Words;
import org.escale.protocol.BookingId;
import org.escale.protocol.Visits;
import org.escale.protocol.Visits.Offer;
import org.escale.protocol.Visits.Slot;
import org.jspecify.annotations.Nullable;

/** The free times of a day, a few at once; the day can be another. */
public final class SlotsViewModel implements ScreenModel {

  public static final int PER_PAGE = 8;
  public static final int DAYS_AT_ONCE = 4;

  /**
   * What has a time already and gets another of the same length.
   *
   * @param booking null if the server did not say which it is
   */
  public record Moving(Duration length, @Nullable BookingId booking) {}

  /** Where a press leads. */
  public interface Ways {

    void choose(Slot slot);

    /** To what few need; null where that cannot be chosen any more. */
    @Nullable Runnable needs();

    void back();
  }

  private final Surroundings around;
  private final Desk desk;
  private final Wanted wanted;
  private final @Nullable Moving moving;
  private final Ways ways;
  private final IntegerProperty page = new SimpleIntegerProperty();
  private final IntegerProperty daysPage = new SimpleIntegerProperty();
  private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();

  /**
   * @param moving what another time is looked for; null: a time for something new
   */
  public SlotsViewModel(
      Surroundings around, Desk desk, Wanted wanted, @Nullable Moving moving, Ways ways) {
    this.around = around;
    this.desk = desk;
    this.wanted = wanted;
    this.moving = moving;
    this.ways = ways;
    offered();
  }

  @Override
  public String name() {
    return "slots";
  }

  public Desk desk() {
    return desk;
  }

  public IntegerProperty pageProperty() {
    return page;
  }

  public IntegerProperty daysPageProperty() {
    return daysPage;
  }

  public ObjectProperty<@Nullable LocalDate> dayProperty() {
    return day;
  }

  /** It is newly known what there is to choose from: begin with the first day that has a time. */
  public void offered() {
    Offer offer = desk.offerProperty().get();
    if (offer != null && day.get() == null) {
      firstDay(offer).ifPresent(this::choose);
    }
  }

  private Optional<LocalDate> firstDay(Offer offer) {
    List<LocalDate> days = offer.choices().days();
    return offer.slots().stream()
        .map(slot -> dayOf(slot))
        .filter(days::contains)
        .findFirst()
        .or(() -> days.stream().findFirst());
  }

  /** The free times of this day, please. */
  public void choose(LocalDate next) {
    desk.forgetRefusal();
    page.set(0);
    day.set(next);
    int at = Math.max(0, days().indexOf(next));
    daysPage.set(at / DAYS_AT_ONCE);
    askAgain();
  }

  public void askAgain() {
    wish().ifPresent(desk::askSlots);
  }

  /** What is looked for; empty until it is known what there is to choose from. */
  public Optional<Visits.SlotsWish> wish() {
    Offer offer = desk.offerProperty().get();
    LocalDate chosen = day.get();
    if (offer == null || chosen == null) {
      return Optional.empty();
    }
    Visits.SlotsWish wish = wanted.on(chosen, offer.choices());
    return Optional.of(
        moving == null
            ? wish
            : new Visits.SlotsWish(
                chosen, moving.length(), wish.needs(), wish.station(), moving.booking()));
  }

  public List<LocalDate> days() {
    Offer offer = desk.offerProperty().get();
    return offer == null ? List.of() : offer.choices().days();
  }

  /** The days to choose from now. */
  public List<LocalDate> daysShown() {
    return days().stream().skip((long) daysPage.get() * DAYS_AT_ONCE).limit(DAYS_AT_ONCE).toList();
  }

  public boolean hasOtherDays() {
    return days().size() > DAYS_AT_ONCE;
  }

  /** The days after these; after the last ones the first. */
  public void otherDays() {
    boolean more = days().size() > (daysPage.get() + 1) * DAYS_AT_ONCE;
    daysPage.set(more ? daysPage.get() + 1 : 0);
  }

  public boolean isChosen(LocalDate other) {
    return other.equals(day.get());
  }

  /** Today, tomorrow, or the weekday. */
  public String dayWords(LocalDate other) {
    Words words = around.words();
    LocalDate today = LocalDate.ofInstant(around.now(), around.about().zone());
    if (other.equals(today)) {
      return words.alone(words.of("day.today"));
    }
    boolean isTomorrow = other.equals(today.plusDays(1));
    return words.alone(isTomorrow ? words.of("day.tomorrow") : words.weekday(other));
  }

  public String dateWords(LocalDate other) {
    return around.words().shortDate(other);
  }

  /** True while there are others to choose from instead of one that was just taken. */
  public boolean showsAlternatives() {
    return !desk.alternativesProperty().get().isEmpty();
  }

  /** The times to show now, soonest first. */
  public List<Slot> shown() {
    if (showsAlternatives()) {
      return desk.alternativesProperty().get().stream().limit(PER_PAGE).toList();
    }
    return all().stream().skip((long) page.get() * PER_PAGE).limit(PER_PAGE).toList();
  }

  public boolean hasLater() {
    return showsAlternatives() || all().size() > (page.get() + 1) * PER_PAGE;
  }

  /** To later times; from the alternatives to all times. */
  public void later() {
    if (showsAlternatives()) {
      desk.forgetRefusal();
    } else if (hasLater()) {
      page.set(page.get() + 1);
    }
  }

  public String startWords(Slot slot) {
    return around.time(slot.start());
  }

  /** The day of a time that is on another day than the chosen one; empty for the others. */
  public String otherDayWords(Slot slot) {
    LocalDate other = dayOf(slot);
    return isChosen(other) ? "" : dayWords(other);
  }

  /** How long a visit will be, or why there is nothing to choose from. */
  public String lead() {
    Words words = around.words();
    if (shown().isEmpty()) {
      return words.of(isAnswered() ? "slots.none" : "choices.asking");
    }
    if (showsAlternatives()) {
      return words.of("slots.alternatives");
    }
    String duration = words.duration(shown().getFirst().length());
    return words.of("slots.length", Map.of("duration", duration));
  }

  /** The day has no time left for this. */
  public boolean isFull() {
    return shown().isEmpty() && isAnswered();
  }

  /** What was asked for beside a time; empty if nothing was. */
  public String wantedWords() {
    return wanted.isNothing() ? "" : WantedWords.of(wanted, around.words());
  }

  public void book(Slot slot) {
    ways.choose(slot);
  }

  public boolean canChooseNeeds() {
    return ways.needs() != null;
  }

  public void needs() {
    Runnable needs = ways.needs();
    if (needs != null) {
      needs.run();
    }
  }

  /** To sooner times first, then to the page before. */
  @Override
  public void back() {
    if (showsAlternatives()) {
      desk.forgetRefusal();
    } else if (page.get() > 0) {
      page.set(page.get() - 1);
    } else {
      ways.back();
    }
  }

  private boolean isAnswered() {
    SlotsFree answer = desk.slotsProperty().get();
    return answer != null && wish().filter(answer.wish()::equals).isPresent();
  }

  /** The day's own, or until they are known those of the offer. */
  private List<Slot> all() {
    SlotsFree answer = desk.slotsProperty().get();
    if (answer != null && isAnswered()) {
      return answer.slots();
    }
    Offer offer = desk.offerProperty().get();
    if (offer == null || !wanted.isNothing() || moving != null) {
      return List.of();
    }
    return offer.slots().stream().filter(slot -> isChosen(dayOf(slot))).toList();
  }

  private LocalDate dayOf(Slot slot) {
    return LocalDate.ofInstant(slot.start(), around.about().zone());
  }
}
