package org.escale.client.shell.look;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Words that wrap and are never cut. Breaks lines itself, between words: the toolkit's own breaking
 * fails on what is written from right to left (JavaFX 25, PrismTextLayout.computeTrailingSpaceWidth
 * looks before a run's beginning) and would stop the whole screen.
 */
public final class Sentence extends Region {

  private final StringProperty text = new SimpleStringProperty("");
  private final List<Text> words = new ArrayList<>();
  private final Text space = new Text("\u00a0");
  private boolean rightToLeft;
  private boolean centred;

  /** Some words that stand on one line, and how wide they are. */
  private record Line(List<Text> words, double width) {}

  Sentence(String said, String style) {
    getStyleClass().addAll("sentence", style);
    setMinHeight(Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.TEXT);
    space.setVisible(false);
    space.setManaged(false);
    text.subscribe(this::write);
    text.set(said);
  }

  public StringProperty textProperty() {
    return text;
  }

  public String getText() {
    return text.get();
  }

  public void setText(String said) {
    text.set(said);
  }

  /** Each line in the middle. */
  public Sentence centred() {
    centred = true;
    return this;
  }

  private void write(String said) {
    setAccessibleText(said);
    rightToLeft = !new Bidi(said, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    words.clear();
    for (String piece : pieces(said)) {
      Text word = new Text(piece);
      word.setNodeOrientation(
          rightToLeft ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
      word.getStyleClass().add("said");
      word.setManaged(false);
      words.add(word);
    }
    getChildren().setAll(words);
    getChildren().add(space);
    requestLayout();
  }

  /** What no line may break: a word, or several that are written against the sentence's way. */
  private List<String> pieces(String said) {
    List<String> pieces = new ArrayList<>();
    for (String word : said.split(" ", -1)) {
      boolean joins =
          rightToLeft && !pieces.isEmpty() && isLatin(word) && isLatin(pieces.getLast());
      if (joins) {
        pieces.add(pieces.removeLast() + "\u00a0" + word);
      } else if (!word.isEmpty()) {
        pieces.add(word);
      }
    }
    return pieces;
  }

  private static boolean isLatin(String word) {
    return word.codePoints().anyMatch(Character::isLetter)
        && word.codePoints()
            .filter(Character::isLetter)
            .allMatch(
                letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
  }

  private List<Line> lines(double available) {
    List<Line> lines = new ArrayList<>();
    List<Text> line = new ArrayList<>();
    double gap = width(space);
    double used = 0;
    for (Text word : words) {
      double wider = line.isEmpty() ? width(word) : used + gap + width(word);
      if (!line.isEmpty() && available >= 0 && wider > available + 0.5) {
        lines.add(new Line(line, used));
        line = new ArrayList<>();
        wider = width(word);
      }
      line.add(word);
      used = wider;
    }
    if (!line.isEmpty()) {
      lines.add(new Line(line, used));
    }
    return lines;
  }

  private static double width(Text word) {
    return word.getLayoutBounds().getWidth();
  }

  private double lineHeight() {
    double height = space.getLayoutBounds().getHeight();
    for (Text word : words) {
      height = Math.max(height, word.getLayoutBounds().getHeight());
    }
    return Math.ceil(height);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** The longest word: narrower than that nothing can be read. */
  @Override
  protected double computeMinWidth(double height) {
    return Math.ceil(words.stream().mapToDouble(Sentence::width).max().orElse(0));
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(lines(-1).stream().mapToDouble(Line::width).max().orElse(0));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.max(1, lines(width).size()) * lineHeight();
  }

  @Override
  protected void layoutChildren() {
    double top = 0;
    for (Line line : lines(getWidth())) {
      place(line, top);
      top += lineHeight();
    }
  }

  /** In the sentence's own direction, within a region that may itself be mirrored. */
  private void place(Line line, double top) {
    boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    double begin = centred ? (getWidth() - line.width()) / 2 : 0;
    double baseline = line.words().stream().mapToDouble(Text::getBaselineOffset).max().orElse(0);
    double offset = 0;
    for (Text word : line.words()) {
      double x = mirrored == rightToLeft ? offset : line.width() - offset - width(word);
      word.setLayoutX(begin + x - word.getLayoutBounds().getMinX());
      word.setLayoutY(top + baseline);
      offset += width(word) + width(space);
    }
  }
}
