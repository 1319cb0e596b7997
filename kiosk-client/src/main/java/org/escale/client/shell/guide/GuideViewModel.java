package org.escale.client.shell.guide;

import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.escale.client.ipc.FromShell;
import org.escale.client.shell.journey.AgentLine;
import org.escale.client.shell.journey.Surroundings;
import org.escale.protocol.Guide;
import org.escale.protocol.Guide.Step;
import org.escale.protocol.Language;

/** The guides: the list, then what to prepare, then one step at a time. */
public final class GuideViewModel {

  /** Where in the guides the visitor is. */
  public sealed interface Page {

    record Listing() implements Page {}

    record Prepare(Guide guide) implements Page {}

    /**
     * @param index of the step, from 0
     */
    record AtStep(Guide guide, int index) implements Page {}
  }

  private final Surroundings around;
  private final AgentLine agent;
  private final ObservableValue<Guide.Catalogue> catalogue;
  private final Runnable close;
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(new Page.Listing());
  private final IntegerProperty leaf = new SimpleIntegerProperty();
  private final IntegerProperty leafCount = new SimpleIntegerProperty(1);

  public GuideViewModel(
      Surroundings around,
      AgentLine agent,
      ObservableValue<Guide.Catalogue> catalogue,
      Runnable close) {
    this.around = around;
    this.agent = agent;
    this.catalogue = catalogue;
    this.close = close;
  }

  public ObservableValue<Guide.Catalogue> catalogueProperty() {
    return catalogue;
  }

  public ObjectProperty<Page> pageProperty() {
    return page;
  }

  /** Of a page that takes several leaves the one that is shown, from 0. */
  public ReadOnlyIntegerProperty leafProperty() {
    return leaf;
  }

  /** How many leaves the page takes on this screen; told by who lays it out. */
  public IntegerProperty leafCountProperty() {
    return leafCount;
  }

  public boolean hasMoreLeaves() {
    return leaf.get() + 1 < leafCount.get();
  }

  public List<Guide> guides() {
    return catalogue.getValue().guides();
  }

  /** In the language spoken, or in French where a guide lacks it. */
  public Guide.Text text(Guide guide) {
    Guide.Text text = guide.texts().get(around.language());
    Guide.Text french = guide.texts().get(Language.FRENCH);
    if (text != null) {
      return text;
    }
    return french != null ? french : guide.texts().values().iterator().next();
  }

  /** One of the guides is open, not their list. */
  public boolean isOpen() {
    return !(page.get() instanceof Page.Listing);
  }

  /** Whatever guide was open is closed. */
  public void toList() {
    if (isOpen()) {
      agent.send(new FromShell.CloseGuide());
    }
    turnTo(new Page.Listing());
  }

  public void open(Guide guide) {
    agent.send(new FromShell.OpenGuide(guide.id()));
    turnTo(new Page.Prepare(guide));
  }

  public void openSite(Guide guide) {
    agent.send(new FromShell.OpenGuideSite(guide.id()));
  }

  public Step step(Page.AtStep at) {
    return text(at.guide()).steps().get(at.index());
  }

  public int stepCount(Guide guide) {
    return text(guide).steps().size();
  }

  public boolean isLast(Page.AtStep at) {
    return at.index() + 1 == stepCount(at.guide());
  }

  public String progressWords(Page.AtStep at) {
    return around
        .words()
        .of("guide.step", Map.of("step", at.index() + 1, "count", stepCount(at.guide())));
  }

  /** To the next leaf; then to the first step, to the next, and from the last back to the dock. */
  public void next() {
    if (hasMoreLeaves()) {
      leaf.set(leaf.get() + 1);
      return;
    }
    switch (page.get()) {
      case Page.Listing() -> {
        // Nothing follows the list but a guide, which is opened by its own button.
      }
      case Page.Prepare(Guide guide) -> turnTo(new Page.AtStep(guide, 0));
      case Page.AtStep at when isLast(at) -> close.run();
      case Page.AtStep(Guide guide, int index) -> turnTo(new Page.AtStep(guide, index + 1));
    }
  }

  public void back() {
    if (leaf.get() > 0) {
      leaf.set(leaf.get() - 1);
      return;
    }
    switch (page.get()) {
      case Page.Listing() -> close.run();
      case Page.Prepare(Guide _) -> toList();
      case Page.AtStep(Guide guide, int index) ->
          turnTo(index == 0 ? new Page.Prepare(guide) : new Page.AtStep(guide, index - 1));
    }
  }

  private void turnTo(Page next) {
    leaf.set(0);
    leafCount.set(1);
    page.set(next);
  }
}
