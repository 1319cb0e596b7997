package org.escale.client.shell.booking;

import java.util.Map;
import org.escale.client.shell.journey.Desk;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.journey.TypedDigits;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Pictogram;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketColour;
import org.escale.protocol.TicketSecret;

/** I have a ticket: its colour, then its picture, then its digits. One step at a time. */
public final class FindTicketViewModel implements ScreenModel {

  /** What is asked now. */
  public sealed interface Step {

    record Colour() implements Step {}

    record Picture(TicketColour colour) implements Step {}

    record Digits(PublicTicket ticket) implements Step {}
  }

  /** Where a press leads. */
  public interface Ways {

    void ask(Step next);

    void typed(PublicTicket ticket, TicketSecret secret);

    void back();
  }

  private final Surroundings around;
  private final Desk desk;
  private final Step step;
  private final Ways ways;
  private final TypedDigits digits;

  public FindTicketViewModel(Surroundings around, Desk desk, Step step, Ways ways) {
    this.around = around;
    this.desk = desk;
    this.step = step;
    this.ways = ways;
    this.digits = new TypedDigits(this::typed);
  }

  @Override
  public String name() {
    return switch (step) {
      case Step.Colour _ -> "ticket-colour";
      case Step.Picture _ -> "ticket-picture";
      case Step.Digits _ -> "ticket-digits";
    };
  }

  public Desk desk() {
    return desk;
  }

  public Step step() {
    return step;
  }

  public TypedDigits digits() {
    return digits;
  }

  public String words(PublicTicket ticket) {
    return TicketName.of(ticket, around.words());
  }

  /** The colour's own name. */
  public String words(TicketColour colour) {
    Words words = around.words();
    return words.alone(words.of("colour." + colour.name(), Map.of("form", "m")));
  }

  public void choose(TicketColour colour) {
    ways.ask(new Step.Picture(colour));
  }

  public void choose(Pictogram pictogram, TicketColour colour) {
    ways.ask(new Step.Digits(new PublicTicket(pictogram, colour)));
  }

  @Override
  public void back() {
    switch (step) {
      case Step.Colour _ -> ways.back();
      case Step.Picture _ -> ways.ask(new Step.Colour());
      case Step.Digits(PublicTicket ticket) -> ways.ask(new Step.Picture(ticket.colour()));
    }
  }

  private void typed(TicketSecret secret) {
    if (step instanceof Step.Digits(PublicTicket ticket)) {
      ways.typed(ticket, secret);
    }
  }
}
