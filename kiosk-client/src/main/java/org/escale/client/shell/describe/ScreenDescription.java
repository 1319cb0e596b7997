package org.escale.client.shell.describe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.SecretDigits;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.look.TicketBadge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a small JSON file that says which screen is shown and where on the display each pressable
 * is, so that a driver from outside can press with real clicks. Only started with an option; on a
 * station in service nothing is written. Holds nothing of a visitor; a ticket, its digits and the
 * sentences, while they are on the screen, only with an option of their own. The file is readable
 * by its owner alone and replaced as a whole.
 *
 * <pre>
 * {"screen":"choices","pressables":[{"id":"take-now","x":40,"y":180,"width":580,"height":190}]}
 * </pre>
 */
public final class ScreenDescription {

  private static final Logger log = LoggerFactory.getLogger(ScreenDescription.class);

  private final Scene scene;
  private final Path filePath;
  private final boolean secrets;
  private final Supplier<String> screenName;
  private String written = "";

  public ScreenDescription(
      Scene scene, Path filePath, boolean secrets, Supplier<String> screenName) {
    this.scene = scene;
    this.filePath = filePath;
    this.secrets = secrets;
    this.screenName = screenName;
  }

  /** Writes now and after every change of the layout. */
  public void follow() {
    scene.addPostLayoutPulseListener(this::write);
    write();
  }

  private void write() {
    String description = describe();
    if (description.equals(written)) {
      return;
    }
    try {
      replace(description);
      written = description;
    } catch (IOException e) {
      log.warn("the screen's description could not be written: {}", e.toString());
    }
  }

  private void replace(String description) throws IOException {
    Path nextPath = filePath.resolveSibling(filePath.getFileName() + ".next");
    Files.deleteIfExists(nextPath);
    Files.createFile(
        nextPath,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(nextPath, description);
    Files.move(nextPath, filePath, StandardCopyOption.ATOMIC_MOVE);
  }

  private String describe() {
    List<Pressable> pressables = new ArrayList<>();
    StringBuilder ticket = new StringBuilder();
    Node screen = scene.getRoot().getChildrenUnmodifiable().getLast();
    collect(screen, pressables, ticket);
    String shown = secrets ? ticket + says(screen) : "";
    return "{\"screen\":\""
        + screenName.get()
        + "\",\"pressables\":["
        + pressables.stream().map(ScreenDescription::describe).collect(Collectors.joining(","))
        + "]"
        + shown
        + "}\n";
  }

  private static String says(Node screen) {
    List<String> sentences = new ArrayList<>();
    collectSentences(screen, sentences);
    return ",\"says\":["
        + sentences.stream().map(ScreenDescription::quoted).collect(Collectors.joining(","))
        + "]";
  }

  private static void collectSentences(Node node, List<String> sentences) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Sentence sentence -> sentences.add(sentence.getText());
      case Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> collectSentences(child, sentences));
      default -> {
        // Says nothing.
      }
    }
  }

  private static String quoted(String sentence) {
    return '"' + sentence.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ') + '"';
  }

  private static String describe(Pressable pressable) {
    Bounds bounds = pressable.localToScreen(pressable.getLayoutBounds());
    return "{\"id\":\"%s\",\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}"
        .formatted(
            pressable.getId(),
            Math.round(bounds.getMinX()),
            Math.round(bounds.getMinY()),
            Math.round(bounds.getWidth()),
            Math.round(bounds.getHeight()));
  }

  private static void collect(Node node, List<Pressable> pressables, StringBuilder ticket) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    switch (node) {
      case Pressable pressable -> addPlaced(pressable, pressables);
      case SecretDigits secret -> addShown(secret, ticket);
      case TicketBadge badge -> addShown(badge, ticket);
      case Parent parent ->
          parent.getChildrenUnmodifiable().forEach(child -> collect(child, pressables, ticket));
      default -> {
        // Nothing that can be pressed.
      }
    }
  }

  private static void addPlaced(Pressable pressable, List<Pressable> pressables) {
    if (pressable.localToScreen(pressable.getLayoutBounds()) != null) {
      pressables.add(pressable);
    }
  }

  private static void addShown(SecretDigits secret, StringBuilder ticket) {
    if (secret.getStyleClass().contains("shown")) {
      ticket.append(",\"digits\":\"");
      secret.getChildren().forEach(box -> ticket.append(((Label) box).getText()));
      ticket.append('"');
    }
  }

  private static void addShown(TicketBadge badge, StringBuilder ticket) {
    if (badge.getStyleClass().contains("large")) {
      ticket.append(",\"ticket\":\"").append(badge.getId()).append('"');
    }
  }
}
