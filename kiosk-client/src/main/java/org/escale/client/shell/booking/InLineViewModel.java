package org.escale.client.shell.booking;

import org.escale.client.shell.journey.ScreenModel;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.words.TicketName;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.Queueing.Joined;
import org.escale.protocol.TicketSecret;

/** The ticket of somebody who waits her turn. */
public final class InLineViewModel implements ScreenModel {

  private final Surroundings around;
  private final Joined joined;
  private final SlipViewModel slip;
  private final Runnable done;

  public InLineViewModel(Surroundings around, Joined joined, SlipViewModel slip, Runnable done) {
    this.around = around;
    this.joined = joined;
    this.slip = slip;
    this.done = done;
  }

  @Override
  public String name() {
    return "in-line";
  }

  public SlipViewModel slip() {
    return slip;
  }

  public PublicTicket ticket() {
    return joined.ticket();
  }

  public TicketSecret digits() {
    return joined.secret();
  }

  public String beforeWords() {
    return QueueWords.before(joined.place(), around.words());
  }

  public String waitWords() {
    return QueueWords.wait(joined.place(), around.words());
  }

  /** The ticket in words. */
  public String text() {
    return TicketText.of(
        around,
        TicketName.of(joined.ticket(), around.words()),
        joined.secret().digits(),
        around.words().of("inline.called"));
  }

  public void done() {
    done.run();
  }

  @Override
  public void back() {
    done.run();
  }
}
