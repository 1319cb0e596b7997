package org.escale.client.shell.welcome;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.words.Words;
import org.escale.protocol.Language;

/** The same words in every language at once, for whoever stands there. */
public final class EveryLanguage {

  /** Side by side. */
  public static Node sideBySide(Function<Language, String> words) {
    List<Sentence> labels = new ArrayList<>();
    for (Language language : Language.values()) {
      labels.add(inItsDirection(Say.body(words.apply(language)), language));
    }
    return Columns.of(labels);
  }

  /** One below the other. */
  public static List<Node> stacked(String key, Function<String, Sentence> say) {
    List<Node> labels = new ArrayList<>();
    for (Language language : Language.values()) {
      labels.add(inItsDirection(say.apply(Words.in(language).of(key)), language));
    }
    return labels;
  }

  /** On one line, for a few words; those against the line's way stay together. */
  public static String joined(String key) {
    List<String> all = new ArrayList<>();
    for (Language language : Language.values()) {
      String words = Words.in(language).of(key);
      all.add(language.rightToLeft() ? words.replace(' ', '\u00a0') : words);
    }
    return String.join(" · ", all);
  }

  private static Sentence inItsDirection(Sentence label, Language language) {
    label.setNodeOrientation(
        language.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private EveryLanguage() {}
}
