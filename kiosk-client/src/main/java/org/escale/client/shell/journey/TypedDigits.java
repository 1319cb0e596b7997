package org.escale.client.shell.journey;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.escale.protocol.TicketSecret;

/** Digits typed one by one, handed over as soon as the last is there. */
public final class TypedDigits {

  private final int length;
  private final Consumer<String> complete;
  private final StringBuilder typed;
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  /** The four digits of a ticket. */
  public TypedDigits(Consumer<TicketSecret> complete) {
    this(4, digits -> complete.accept(new TicketSecret(digits)));
  }

  /** A code of so many digits. */
  public TypedDigits(int length, Consumer<String> complete) {
    this.length = length;
    this.complete = complete;
    this.typed = new StringBuilder(length);
  }

  public int length() {
    return length;
  }

  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /**
   * The digit at this place, for what may be seen while it is typed; empty if there is none yet.
   */
  public String at(int place) {
    return place < typed.length() ? typed.substring(place, place + 1) : "";
  }

  public void type(int digit) {
    if (typed.length() == length) {
      return;
    }
    typed.append((char) ('0' + digit));
    count.set(typed.length());
    if (typed.length() == length) {
      String whole = typed.toString();
      clear();
      complete.accept(whole);
    }
  }

  public void erase() {
    if (!typed.isEmpty()) {
      typed.setLength(typed.length() - 1);
      count.set(typed.length());
    }
  }

  public void clear() {
    typed.setLength(0);
    count.set(0);
  }

  @Override
  public String toString() {
    return "TypedDigits[hidden]";
  }
}
