package org.escale.client.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Sentence;

/** What must be true of every screen as it is laid out; each breach is told in words. */
final class ScreenChecks {

  private static final double SMALLEST_TARGET = 48;

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
    checks.look(scene.getRoot().getChildrenUnmodifiable().getLast(), false);
    checks.apart();
    return checks.problems;
  }

  private void look(Node node, boolean scrolled) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Sentence sentence -> words(sentence, scrolled);
      case Label label -> notCut(label);
      case Pressable pressable -> {
        target(pressable, scrolled);
        children(pressable, scrolled);
      }
      case ScrollPane scroll -> children(scroll, true);
      case Parent parent -> children(parent, scrolled);
      default -> {
        // Shapes say nothing.
      }
    }
  }

  private void children(Parent parent, boolean scrolled) {
    parent.getChildrenUnmodifiable().forEach(child -> look(child, scrolled));
  }

  private void notCut(Label label) {
    if (label.lookup(".text") instanceof Text shown && !label.getText().equals(shown.getText())) {
      problem("cut: " + label.getText());
    }
  }

  private void words(Sentence sentence, boolean scrolled) {
    double needed = sentence.prefHeight(sentence.getWidth());
    if (needed > sentence.getHeight() + 1) {
      problem("too little height: " + sentence.getText());
    }
    for (Node run : sentence.getChildrenUnmodifiable()) {
      if (run.isVisible()
          && (run.getBoundsInParent().getMaxX() > sentence.getWidth() + 2
              || run.getBoundsInParent().getMinX() < -2)) {
        problem("too wide: " + sentence.getText());
        break;
      }
    }
    if (!scrolled) {
      within(sentence, sentence.getText());
    }
  }

  private void target(Pressable pressable, boolean scrolled) {
    pressables.add(pressable);
    Bounds bounds = pressable.getLayoutBounds();
    if (bounds.getHeight() < SMALLEST_TARGET || bounds.getWidth() < SMALLEST_TARGET) {
      problem("too small a target: " + pressable.getId());
    }
    if (!scrolled) {
      within(pressable, pressable.getId());
    }
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

  private void apart() {
    for (Pressable one : pressables) {
      for (Pressable other : pressables) {
        if (one.hashCode() < other.hashCode() && sceneBounds(one).intersects(sceneBounds(other))) {
          problem("over each other: " + one.getId() + " and " + other.getId());
        }
      }
    }
  }

  private static Bounds sceneBounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private void problem(String what) {
    problems.add(name + ": " + what);
  }
}
