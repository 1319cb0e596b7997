package org.escale.client.shell.look;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern ATOM =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}](?:.*[\\p{L}\\p{M}\\p{N}])?|[^\\p{L}\\p{M}\\p{N}]");

  private static final Pattern MIRRORED = Pattern.compile("[«»()]");

  /** What only says which way the whole is read. */
  private static final Pattern DIRECTION = Pattern.compile("[\\u200e\\u200f]");

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final StringProperty text = new SimpleStringProperty("");
  private final List<Atom> atoms = new ArrayList<>();
  private final Text space = new Text("\u00a0");
  private boolean rightToLeft;
  private boolean centred;

  /** What stands between an atom and the one before it. */
  private enum Before {
    NOTHING,
    SPACE,
    BREAK
  }

  /** What the toolkit draws at once. */
  private record Atom(Text text, Before before) {}

  /** Atoms side by side, and how wide they are. */
  private record Line(List<Atom> atoms, double width) {}

  Sentence(String said, String style) {
    getStyleClass().addAll("sentence", style);
    setMinHeight(Region.USE_PREF_SIZE);
    setMaxHeight(Region.USE_PREF_SIZE);
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
    atoms.clear();
    for (String word : DIRECTION.matcher(said).replaceAll("").split(" ", -1)) {
      if (rightToLeft || isRightToLeft(word)) {
        addRightToLeft(word);
      } else {
        add(word, Before.BREAK);
      }
    }
    getChildren().setAll(atoms.stream().map(Atom::text).toList());
    getChildren().add(space);
    requestLayout();
  }

  /**
   * The toolkit orders a word's neighbours, its comma or its number, as if all was written from
   * left to right; so each is an atom of its own.
   */
  private void addRightToLeft(String word) {
    Before before = Before.BREAK;
    for (String part : word.split("\u00a0", -1)) {
      Matcher pieces = ATOM.matcher(part);
      while (pieces.find()) {
        String piece = pieces.group();
        addOrJoin(piece, before);
        before = Before.NOTHING;
      }
      before = Before.SPACE;
    }
  }

  /** Latin words in a row, and a number after them, keep their own order: they are one atom. */
  private void addOrJoin(String piece, Before before) {
    boolean joins = isLatin(piece) || NUMBER.matcher(piece).matches();
    if (before != Before.NOTHING && !atoms.isEmpty() && joins) {
      Atom last = atoms.getLast();
      if (isLatin(last.text().getText())) {
        last.text().setText(last.text().getText() + "\u00a0" + piece);
        return;
      }
    }
    add(piece, before);
  }

  private void add(String piece, Before before) {
    Text drawn = new Text(piece);
    drawn.getStyleClass().add("said");
    drawn.setManaged(false);
    if (rightToLeft && MIRRORED.matcher(piece).matches()) {
      // Drawn as its mirror image, also on a screen that goes the other way.
      drawn.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
    }
    atoms.add(new Atom(drawn, before));
  }

  private static boolean isRightToLeft(String word) {
    return Bidi.requiresBidi(word.toCharArray(), 0, word.length());
  }

  private static boolean isLatin(String word) {
    return word.codePoints().anyMatch(Character::isLetter)
        && word.codePoints()
            .filter(Character::isLetter)
            .allMatch(
                letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
  }

  /** Words: atoms that no line may part. */
  private List<Line> words() {
    List<Line> words = new ArrayList<>();
    for (Atom atom : atoms) {
      if (words.isEmpty() || atom.before() == Before.BREAK) {
        words.add(new Line(new ArrayList<>(List.of(atom)), width(atom)));
      } else {
        Line word = words.removeLast();
        word.atoms().add(atom);
        double between = atom.before() == Before.SPACE ? gap() : 0;
        words.add(new Line(word.atoms(), word.width() + between + width(atom)));
      }
    }
    return words;
  }

  private List<Line> lines(double available) {
    List<Line> lines = new ArrayList<>();
    for (Line word : words()) {
      double wider = lines.isEmpty() ? 0 : lines.getLast().width() + gap() + word.width();
      if (lines.isEmpty() || (available >= 0 && wider > available + 0.5)) {
        lines.add(word);
      } else {
        Line last = lines.removeLast();
        last.atoms().addAll(word.atoms());
        lines.add(new Line(last.atoms(), wider));
      }
    }
    return lines;
  }

  private double gap() {
    return space.getLayoutBounds().getWidth();
  }

  private static double width(Atom atom) {
    return atom.text().getLayoutBounds().getWidth();
  }

  private double lineHeight() {
    double height = space.getLayoutBounds().getHeight();
    for (Atom atom : atoms) {
      height = Math.max(height, atom.text().getLayoutBounds().getHeight());
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
    return Math.ceil(words().stream().mapToDouble(Line::width).max().orElse(0));
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
    double baseline =
        line.atoms().stream().mapToDouble(atom -> atom.text().getBaselineOffset()).max().orElse(0);
    double offset = 0;
    for (Atom atom : inOrderOfReading(line.atoms())) {
      if (offset > 0 && atom.before() != Before.NOTHING) {
        offset += gap();
      }
      double x = mirrored == rightToLeft ? offset : line.width() - offset - width(atom);
      atom.text().setLayoutX(begin + x - atom.text().getLayoutBounds().getMinX());
      atom.text().setLayoutY(top + baseline);
      offset += width(atom);
    }
  }

  /** Words from right to left within a sentence from left to right follow each other backwards. */
  private List<Atom> inOrderOfReading(List<Atom> atoms) {
    if (rightToLeft) {
      return atoms;
    }
    byte[] levels = new byte[atoms.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) (isRightToLeft(atoms.get(i).text().getText()) ? 1 : 0);
    }
    Atom[] ordered = atoms.toArray(Atom[]::new);
    Bidi.reorderVisually(levels, 0, ordered, 0, ordered.length);
    return List.of(ordered);
  }
}
