package org.escale.client.shell.help;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;
import org.escale.protocol.HelpReason;

/** Why do you call? Then: where the call stands. */
public final class HelpPanel {

  public static Region of(HelpViewModel model, Words words) {
    VBox panel = new VBox();
    panel.getStyleClass().add("panel");
    model
        .sessionProperty()
        .subscribe(
            now ->
                panel
                    .getChildren()
                    .setAll(model.called() ? called(model, words) : reasons(model, words)));
    return panel;
  }

  private static List<Node> reasons(HelpViewModel model, Words words) {
    return List.of(
        Say.lead(words.of("help.question")),
        reason("help-what-to-do", "signpost", HelpReason.DO_NOT_KNOW_WHAT_TO_DO, model, words),
        reason("help-password", "key", HelpReason.FORGOT_PASSWORD, model, words),
        reason("help-print", "printer", HelpReason.PRINT, model, words),
        reason("help-broken", "tools", HelpReason.SOMETHING_IS_BROKEN, model, words),
        atTheEnd(Pressable.back(words.of("back"), model::close)));
  }

  private static Pressable reason(
      String id, String icon, HelpReason reason, HelpViewModel model, Words words) {
    return Pressable.answer(id, icon, words.of("help", reason), () -> model.ask(reason));
  }

  private static List<Node> called(HelpViewModel model, Words words) {
    return List.of(
        Say.lead(words.of(model.coming() ? "help.coming" : "help.waiting")),
        model.coming()
            ? Band.done(Say.body(words.of("help.coming.detail")))
            : Band.plain("hourglass-split", Say.body(words.of("help.waiting.detail"))),
        Pressable.quiet("help-cancel", "x-lg", words.of("help.cancel"), model::cancel),
        atTheEnd(Pressable.back(words.of("back"), model::close)));
  }

  private static Node atTheEnd(Pressable back) {
    VBox end = new VBox(back);
    end.setAlignment(Pos.BOTTOM_LEFT);
    VBox.setVgrow(end, Priority.ALWAYS);
    return end;
  }

  private HelpPanel() {}
}
