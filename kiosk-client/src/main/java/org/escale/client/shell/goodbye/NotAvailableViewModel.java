package org.escale.client.shell.goodbye;

import java.util.Map;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Language;
import org.escale.protocol.OutOfServiceReason;

/** Not available: what to do instead, and a short code for staff. */
public final class NotAvailableViewModel implements ScreenModel {

  private final OutOfServiceReason reason;

  public NotAvailableViewModel(OutOfServiceReason reason) {
    this.reason = reason;
  }

  @Override
  public String name() {
    return "not-available";
  }

  public OutOfServiceReason reason() {
    return reason;
  }

  public String codeWords(Language language) {
    return Words.in(language).of("unavailable.code", Map.of("code", reason.code()));
  }
}
