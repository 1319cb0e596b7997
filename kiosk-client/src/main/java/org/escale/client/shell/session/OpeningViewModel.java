package org.escale.client.shell.session;

import java.util.Optional;
import org.escale.client.ipc.ToShell.Screen.Opening;
import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketSecret;

/** One moment: the visit is being made ready, and its ticket is shown. */
public final class OpeningViewModel implements ScreenModel {

  private final Surroundings around;
  private final Opening opening;

  public OpeningViewModel(Surroundings around, Opening opening) {
    this.around = around;
    this.opening = opening;
  }

  @Override
  public String name() {
    return "opening";
  }

  public PublicTicket ticket() {
    return opening.ticket();
  }

  public String ticketWords() {
    return TicketName.of(opening.ticket(), around.words());
  }

  public Optional<TicketSecret> digits() {
    return Optional.ofNullable(opening.digits());
  }
}
