package org.escale.client.shell.goodbye;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.DockPage;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.stick.StickCard;
import org.escale.client.shell.words.Words;

/** Goodbye, beside the visit: the visitor may still save and print there. */
public final class EndingView {

  private final EndingViewModel model;
  private final Words words;
  private final DockPage page;

  private EndingView(EndingViewModel model, Surroundings around) {
    this.model = model;
    this.words = around.words();
    this.page = new DockPage(around, Say.quiet(words.of("ending.goodbye")));
  }

  public static Parent of(EndingViewModel model, Surroundings around) {
    return new EndingView(model, around).build();
  }

  private Parent build() {
    VBox before = new VBox(printing(), StickCard.of(model.stick(), words), erased());
    before.getStyleClass().add("panel");
    page.top(title(), lead()).middle(before);
    model.endingProperty().map(now -> actionsOf()).subscribe(this::act);
    return page;
  }

  /** It asks what much news answers. */
  private Node title() {
    Sentence title = Say.lead("");
    model
        .endingProperty()
        .subscribe(
            now -> {
              title.setText(model.titleWords());
              show(title, !model.hasMuchNews());
            });
    return title;
  }

  /** While something goes on, there is no need to say what could. */
  private Node lead() {
    Sentence lead = Say.body("");
    model
        .endingProperty()
        .subscribe(
            now -> {
              lead.setText(model.leadWords());
              show(lead, !model.hasNews());
            });
    return lead;
  }

  private Node printing() {
    Sentence text = Say.body("");
    Band band = Band.soon("printer", text);
    model
        .endingProperty()
        .subscribe(
            now -> {
              text.setText(model.isPrinting() ? model.printingWords() : "");
              show(band, model.isPrinting());
            });
    return band;
  }

  /** In three lines, or in one beside other news. */
  private Node erased() {
    VBox whole =
        new VBox(
            Say.strong(words.of("ending.erased")),
            row("file-earmark-text", words.of("ending.erased.files")),
            row("key", words.of("ending.erased.passwords")),
            row("clock-history", words.of("ending.erased.pages")));
    whole.getStyleClass().addAll("panel", "card");
    Node brief = row("eraser-fill", words.of("ending.erased.short"));
    VBox erased = new VBox(whole, brief);
    model
        .endingProperty()
        .subscribe(
            now -> {
              show(whole, !model.hasNews());
              show(brief, model.hasNews() && !model.hasMuchNews());
            });
    return erased;
  }

  /** What can be pressed changes seldom, and what is focused stays while it does not. */
  private record Actions(boolean back, boolean leave) {}

  private Actions actionsOf() {
    return new Actions(model.ending().canGoBack(), model.canLeave());
  }

  private void act(Actions possible) {
    List<Node> actions = new ArrayList<>();
    actions.add(grace());
    if (possible.back()) {
      actions.add(
          Pressable.main(
              "back-to-work",
              "arrow-counterclockwise",
              words.of("ending.back"),
              model::backToWork));
    }
    if (possible.leave()) {
      actions.add(Pressable.danger("leave", "eraser-fill", words.of("ending.leave"), model::leave));
    }
    page.bottom(actions.toArray(Node[]::new));
  }

  private Node grace() {
    Sentence text = Say.strong("");
    model.leftProperty().subscribe(left -> text.setText(model.graceWords()));
    return Band.soon("hourglass-split", text);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Node row(String icon, String text) {
    Node words = Say.body(text);
    HBox row = new HBox(Icon.of(icon), words);
    HBox.setHgrow(words, Priority.ALWAYS);
    row.getStyleClass().add("row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
