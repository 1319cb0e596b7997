package org.escale.client.shell.booking;

import java.util.List;
import java.util.Objects;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Look;
import org.escale.client.shell.look.PngPicture;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.QrCode;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.TicketBadge;
import org.escale.client.shell.words.TicketName;
import org.escale.client.shell.words.Words;
import org.escale.protocol.PublicTicket;
import org.escale.protocol.TicketSecret;
import org.jspecify.annotations.Nullable;

/** A ticket on paper: what the screen shows, and nothing about whose it is. */
final class Slip {

  /** Dots across the paper of the narrowest usual printers, 58 mm. */
  private static final int WIDTH = 384;

  private final PublicTicket ticket;
  private final TicketSecret secret;
  private final String text;
  private final List<String> lines;

  /**
   * @param text the whole ticket, for a camera
   * @param lines what else is said on it
   */
  Slip(PublicTicket ticket, TicketSecret secret, String text, List<String> lines) {
    this.ticket = ticket;
    this.secret = secret;
    this.text = text;
    this.lines = List.copyOf(lines);
  }

  /** Printed by one press; nothing at all where there is no printer. */
  @Nullable Node button(SlipViewModel model, Surroundings around) {
    if (!around.about().slips()) {
      return null;
    }
    Words words = around.words();
    Pressable print = Pressable.quiet("print-slip", "printer", "", () -> model.print(png(around)));
    model
        .stateProperty()
        .subscribe(
            state -> {
              print.say(words.of("slip", state));
              print.setDisable(state != SlipViewModel.State.READY);
            });
    return print;
  }

  byte[] png(Surroundings around) {
    Words words = around.words();
    String name = TicketName.of(ticket, words);
    VBox slip =
        new VBox(
            Say.strong(around.about().centreName()).centred(),
            TicketBadge.large(ticket, name),
            Say.lead(name).centred(),
            SecretDigits.shown(secret));
    lines.forEach(line -> slip.getChildren().add(Say.body(line).centred()));
    slip.getChildren().add(new QrCode(text, name));
    slip.getStyleClass().add("slip");
    slip.setAlignment(Pos.CENTER);
    slip.setPrefWidth(WIDTH);
    slip.setMinHeight(Region.USE_PREF_SIZE);
    return picture(slip, words.language().rightToLeft());
  }

  private static byte[] picture(VBox slip, boolean rightToLeft) {
    Scene scene = new Scene(slip);
    scene.setNodeOrientation(
        rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    new Look(Look.Colours.LIGHT, false).dress(scene);
    slip.setStyle("-fx-font-size: 24px;");
    slip.applyCss();
    // Never wider than the paper: what is scaled to fit has a code with uneven dots.
    slip.resize(WIDTH, Math.ceil(slip.prefHeight(WIDTH)));
    slip.layout();
    SnapshotParameters white = new SnapshotParameters();
    white.setFill(Color.WHITE);
    return PngPicture.blackAndWhite(
        Objects.requireNonNull(slip.snapshot(white, null), "a snapshot at once"));
  }
}
