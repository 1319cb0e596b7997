package org.escale.client.shell.journey;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.escale.protocol.TicketSecret;

/** Four digits typed one by one, never shown, handed over as soon as the fourth is there. */
public final class TypedDigits {

  public static final int LENGTH = 4;

  private final Consumer<TicketSecret> complete;
  private final StringBuilder typed = new StringBuilder(LENGTH);
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  public TypedDigits(Consumer<TicketSecret> complete) {
    this.complete = complete;
  }

  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  public void type(int digit) {
    if (typed.length() == LENGTH) {
      return;
    }
    typed.append((char) ('0' + digit));
    count.set(typed.length());
    if (typed.length() == LENGTH) {
      TicketSecret secret = new TicketSecret(typed.toString());
      clear();
      complete.accept(secret);
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
