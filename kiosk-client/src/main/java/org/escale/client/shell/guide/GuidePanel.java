package org.escale.client.shell.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Leaves;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Guide;
import org.escale.protocol.Guide.Step;

/** A guide in the dock: one thing at a time. */
public final class GuidePanel {

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?؟]) (?=\\p{L}|«)");

  private final GuideViewModel model;
  private final Words words;
  private Runnable turned = () -> {};

  private GuidePanel(GuideViewModel model, Words words) {
    this.model = model;
    this.words = words;
  }

  public static Region of(GuideViewModel model, Words words) {
    GuidePanel builder = new GuidePanel(model, words);
    VBox panel = new VBox();
    panel.getStyleClass().add("panel");
    Runnable refresh = () -> panel.getChildren().setAll(builder.page());
    model.pageProperty().subscribe(page -> refresh.run());
    model.catalogueProperty().subscribe(catalogue -> refresh.run());
    model.leafProperty().subscribe(leaf -> builder.turned.run());
    model.leafCountProperty().subscribe(count -> builder.turned.run());
    return panel;
  }

  private List<Node> page() {
    return switch (model.pageProperty().get()) {
      case GuideViewModel.Page.Listing() -> listing();
      case GuideViewModel.Page.Prepare(Guide guide) -> prepare(guide);
      case GuideViewModel.Page.AtStep at -> step(at);
    };
  }

  private List<Node> listing() {
    List<Region> answers = new ArrayList<>();
    answers.add(Say.lead(words.of("guide.list")));
    if (model.guides().isEmpty()) {
      answers.add(Say.body(words.of("guide.none")));
    }
    for (Guide guide : model.guides()) {
      Guide.Text text = model.text(guide);
      answers.add(
          Pressable.answer("guide-" + guide.id(), "signpost", text.title(), () -> model.open(guide))
              .detail(words.of("guide.minutes", Map.of("minutes", text.minutes()))));
    }
    return List.of(leaves(answers), onward(new Region()));
  }

  private List<Node> prepare(Guide guide) {
    Guide.Text text = model.text(guide);
    List<Region> lines = new ArrayList<>();
    lines.add(Say.lead(text.title()));
    sentences(text.summary()).forEach(sentence -> lines.add(Say.body(sentence)));
    lines.add(Say.strong(words.of("guide.prepare")));
    for (String thing : text.prepare()) {
      HBox line = new HBox(Icon.of("check-lg"), growing(Say.body(thing)));
      line.getStyleClass().add("row");
      lines.add(line);
    }
    return List.of(
        leaves(lines),
        openSite(guide),
        onward(Pressable.next("guide-start", words.of("guide.next"), model::next).stacked()));
  }

  private List<Node> step(GuideViewModel.Page.AtStep at) {
    Step step = model.step(at);
    ProgressBar progress = new ProgressBar((at.index() + 1.0) / model.stepCount(at.guide()));
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(model.progressWords(at));
    List<Region> lines = new ArrayList<>();
    lines.add(Say.lead(step.title()));
    sentences(step.detail()).forEach(sentence -> lines.add(Say.body(sentence)));
    return List.of(
        Say.quiet(model.progressWords(at)),
        progress,
        leaves(lines),
        openSite(at.guide()),
        onward(
            model.isLast(at)
                ? Pressable.main("guide-done", "check-lg", words.of("guide.done"), model::next)
                    .stacked()
                : Pressable.next("guide-next", words.of("guide.next"), model::next).stacked()));
  }

  /** A long text is told leaf by leaf; its buttons stay where they are. */
  private Leaves leaves(List<Region> parts) {
    Leaves leaves = new Leaves(parts, count -> model.leafCountProperty().set(count));
    leaves.leafProperty().bind(model.leafProperty());
    return leaves;
  }

  /** Back, and on: first to what did not fit, then to what follows. */
  private Node onward(Region then) {
    Pressable back = Pressable.back(words.of("back"), model::back).stacked();
    Pressable more = Pressable.next("guide-more", words.of("guide.next"), model::next).stacked();
    turned =
        () -> {
          show(more, model.hasMoreLeaves());
          show(then, !model.hasMoreLeaves());
        };
    turned.run();
    return Columns.of(List.of(back, new StackPane(more, then)));
  }

  private Pressable openSite(Guide guide) {
    return Pressable.quiet(
        "guide-site", "box-arrow-up-right", words.of("guide.site"), () -> model.openSite(guide));
  }

  /** So that a leaf can end between any two. */
  private static List<String> sentences(String text) {
    return SENTENCE_END.splitAsStream(text).toList();
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private static Node growing(Node node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }
}
