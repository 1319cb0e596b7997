package org.escale.client.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Sentence;

/** What must be true of every screen as it is laid out; each breach is told in words. */
final class ScreenChecks {

  private static final double SMALLEST = 64;
  private static final double SMALLEST_BESIDE_A_VISIT = 48;
  private static final double APART = 16;

  private final String name;
  private final Scene scene;
  private final List<String> problems = new ArrayList<>();
  private final List<Pressable> pressables = new ArrayList<>();

  private ScreenChecks(String name, Scene scene) {
    this.name = name;
    this.scene = scene;
  }

  static List<String> of(String name, Scene scene) {
    ScreenChecks checks = new ScreenChecks(name, scene);
    Node page = scene.getRoot().getChildrenUnmodifiable().getLast();
    checks.look(page);
    checks.apart();
    checks.mirrored(page);
    checks.reachedByKeyboard(page);
    return checks.problems;
  }

  private void look(Node node) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Sentence sentence -> words(sentence);
      case Label label -> notCut(label);
      case Pressable pressable -> {
        target(pressable);
        children(pressable);
      }
      case ScrollPane scroll -> problem("scrolls: " + scroll.getClass().getSimpleName());
      case Parent parent -> children(parent);
      default -> {
        // Shapes say nothing.
      }
    }
  }

  private void children(Parent parent) {
    parent.getChildrenUnmodifiable().forEach(child -> look(child));
  }

  private void notCut(Label label) {
    if (label.lookup(".text") instanceof Text shown && !label.getText().equals(shown.getText())) {
      problem("cut: " + label.getText());
    }
  }

  private void words(Sentence sentence) {
    double needed = sentence.prefHeight(sentence.getWidth());
    if (needed > sentence.getHeight() + 1) {
      problem("too little height: " + sentence.getText());
    }
    for (Node run : sentence.getChildrenUnmodifiable()) {
      double begins = run.getLayoutX() + run.getLayoutBounds().getMinX();
      double ends = begins + run.getLayoutBounds().getWidth();
      if (run.isVisible() && (begins < -1 || ends > sentence.getWidth() + 1)) {
        problem("too wide: " + sentence.getText());
        break;
      }
    }
    within(sentence, sentence.getText());
  }

  private void target(Pressable pressable) {
    pressables.add(pressable);
    Bounds bounds = pressable.getLayoutBounds();
    double smallest = besideAVisit() ? SMALLEST_BESIDE_A_VISIT : SMALLEST;
    if (bounds.getHeight() < smallest || bounds.getWidth() < smallest) {
      problem("too small a target: " + pressable.getId());
    }
    within(pressable, pressable.getId());
    if (pressable.getAccessibleText() == null && pressable.getText().isEmpty()) {
      problem("nothing to read aloud: " + pressable.getId());
    }
  }

  private void within(Node node, String what) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    if (bounds.getMinX() < -1
        || bounds.getMinY() < -1
        || bounds.getMaxX() > scene.getWidth() + 1
        || bounds.getMaxY() > scene.getHeight() + 1) {
      problem("outside the screen: " + what);
    }
    for (Parent parent = node.getParent(); parent != null; parent = parent.getParent()) {
      Bounds outer = parent.localToScene(parent.getLayoutBounds());
      if (bounds.getMaxY() > outer.getMaxY() + 1 || bounds.getMinY() < outer.getMinY() - 1) {
        problem("outside its place: " + what);
        return;
      }
    }
  }

  private boolean besideAVisit() {
    return scene.getRoot().lookup(".dock") != null;
  }

  /** Nothing that does something else lies within a finger's shake. */
  private void apart() {
    for (int i = 0; i < pressables.size(); i++) {
      for (Pressable other : pressables.subList(i + 1, pressables.size())) {
        Pressable one = pressables.get(i);
        if (distance(sceneBounds(one), sceneBounds(other)) < APART - 0.6) {
          problem("too near: " + one.getId() + " and " + other.getId());
        }
      }
    }
  }

  private static double distance(Bounds one, Bounds other) {
    double across = Math.max(one.getMinX() - other.getMaxX(), other.getMinX() - one.getMaxX());
    double down = Math.max(one.getMinY() - other.getMaxY(), other.getMinY() - one.getMaxY());
    return Math.max(across, down);
  }

  /** The clock stands where a line ends, back where it begins. */
  private void mirrored(Node page) {
    boolean mirrored = scene.getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    if (page.lookup(".clock") instanceof Label clock && isOnTheLeft(clock) != mirrored) {
      problem("the clock is on the wrong side");
    }
    if (page.lookup("#back") instanceof Pressable back
        && back.getWidth() < scene.getWidth() * 0.6
        && isOnTheLeft(back) == mirrored) {
      problem("back is on the wrong side");
    }
  }

  private boolean isOnTheLeft(Node node) {
    return sceneBounds(node).getCenterX() < scene.getWidth() / 2;
  }

  private void reachedByKeyboard(Node page) {
    Set<Node> reached = new HashSet<>();
    page.requestFocus();
    page.requestFocusTraversal(TraversalDirection.NEXT);
    Node focused = scene.getFocusOwner();
    while (focused != null && reached.add(focused)) {
      focused.requestFocusTraversal(TraversalDirection.NEXT);
      focused = scene.getFocusOwner();
    }
    pressables.stream()
        .filter(pressable -> !pressable.isDisabled() && !reached.contains(pressable))
        .forEach(pressable -> problem("not reached by keyboard: " + pressable.getId()));
  }

  private static Bounds sceneBounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void problem(String what) {
    problems.add(name + ": " + what);
  }
}
