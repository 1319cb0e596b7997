package org.escale.client.shell.booking;

import org.escale.client.shell.journey.ScreenModel;

/** The ticket has been given back. */
public final class GivenBackViewModel implements ScreenModel {

  private final Runnable done;

  public GivenBackViewModel(Runnable done) {
    this.done = done;
  }

  @Override
  public String name() {
    return "given-back";
  }

  public void done() {
    done.run();
  }

  @Override
  public void back() {
    done.run();
  }
}
