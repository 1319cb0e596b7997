package org.escale.client.shell.booking;

import javafx.scene.Parent;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Page;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;

/** Thank you: somebody else can have the time now. */
public final class GivenBackView {

  public static Parent of(GivenBackViewModel model, Surroundings around) {
    Words words = around.words();
    return new Page(around)
        .middle(
            Say.heading(words.of("given-back.title")),
            Band.done(Say.body(words.of("given-back.lead"))))
        .footer(null, Pressable.main("done", "check-lg", words.of("given-back.done"), model::done));
  }

  private GivenBackView() {}
}
