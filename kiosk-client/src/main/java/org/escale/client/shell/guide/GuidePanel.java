package org.escale.client.shell.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Icon;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Guide;
import org.escale.protocol.Guide.Step;

/** A guide in the dock: one thing at a time. */
public final class GuidePanel {

  private final GuideViewModel model;
  private final Words words;

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
    List<Node> answers = new ArrayList<>();
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
    return List.of(scrolling(answers), Pressable.back(words.of("back"), model::back));
  }

  private List<Node> prepare(Guide guide) {
    Guide.Text text = model.text(guide);
    List<Node> lines = new ArrayList<>();
    lines.add(Say.lead(text.title()));
    lines.add(Say.body(text.summary()));
    lines.add(Say.strong(words.of("guide.prepare")));
    for (String thing : text.prepare()) {
      HBox line = new HBox(Icon.of("check-lg"), growing(Say.body(thing)));
      line.getStyleClass().add("row");
      lines.add(line);
    }
    return List.of(
        scrolling(lines),
        openSite(guide),
        Columns.of(
            List.of(back(), Pressable.next("guide-start", words.of("guide.next"), model::next))));
  }

  private List<Node> step(GuideViewModel.Page.AtStep at) {
    Step step = model.step(at);
    ProgressBar progress = new ProgressBar((at.index() + 1.0) / model.stepCount(at.guide()));
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.setAccessibleText(model.progressWords(at));
    List<Node> lines =
        List.of(
            Say.quiet(model.progressWords(at)),
            progress,
            Say.lead(step.title()),
            Say.body(step.detail()));
    return List.of(
        scrolling(lines),
        openSite(at.guide()),
        Columns.of(
            List.of(
                back(),
                model.isLast(at)
                    ? Pressable.main("guide-done", "check-lg", words.of("guide.done"), model::next)
                    : Pressable.next("guide-next", words.of("guide.next"), model::next))));
  }

  private Pressable back() {
    return Pressable.back(words.of("back"), model::back);
  }

  private Pressable openSite(Guide guide) {
    return Pressable.quiet(
        "guide-site", "box-arrow-up-right", words.of("guide.site"), () -> model.openSite(guide));
  }

  /** A long text may be scrolled during the session; its buttons stay where they are. */
  private static Node scrolling(List<Node> lines) {
    VBox column = new VBox();
    column.getStyleClass().add("panel");
    column.getChildren().setAll(lines);
    ScrollPane scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private static Node growing(Node node) {
    HBox.setHgrow(node, Priority.ALWAYS);
    return node;
  }
}
