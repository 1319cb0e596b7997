package org.escale.tour.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.escale.tour.room.Await;

/**
 * A visitor's eyes: which screen the shell shows, and where on it the things to press are. Reads
 * the description that the shell writes for a demonstration.
 */
public final class Eyes {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Nobody presses what appeared this moment; a screen that still moves would miss the click. */
  private static final Duration AT_REST = Duration.ofMillis(200);

  private final Description description;

  public Eyes(Path descriptionPath) {
    this(new DescriptionFile(descriptionPath));
  }

  public Eyes(Description description) {
    this.description = description;
  }

  /** Where to press. */
  public record Spot(int x, int y) {}

  public void awaitScreen(String name, Duration patience) {
    Await.until(
        "the screen '" + name + "'", patience, () -> look().path("screen").asText().equals(name));
  }

  public Spot awaitPressable(String id, Duration patience) {
    return Await.value(
        "'" + id + "' to press", patience, () -> isAtRest() ? find(id) : Optional.empty());
  }

  /** The ticket's digits, as they stand large on the screen. */
  String awaitDigits(Duration patience) {
    return Await.value("the ticket's digits", patience, () -> said(look(), "digits"));
  }

  /** The ticket that stands large on the screen with its digits. */
  Visitor.Noted awaitTicket(Duration patience) {
    return Await.value("the ticket with its digits", patience, () -> ticket(look()));
  }

  private static Optional<Visitor.Noted> ticket(JsonNode screen) {
    return said(screen, "digits")
        .flatMap(digits -> said(screen, "ticket").map(name -> Visitor.Noted.of(name, digits)));
  }

  private static Optional<String> said(JsonNode screen, String what) {
    return Optional.of(screen.path(what).asText()).filter(words -> !words.isEmpty());
  }

  /** The name of the screen now. */
  String screen() {
    return look().path("screen").asText();
  }

  /** A sentence on the screen in which this is found. */
  String awaitWords(Pattern words, Duration patience) {
    return Await.value(
        "the words '" + words + "'",
        patience,
        () -> sentences().filter(words.asPredicate()).findFirst());
  }

  /** All spaces look alike. */
  private Stream<String> sentences() {
    return look()
        .path("says")
        .valueStream()
        .map(sentence -> sentence.asText().replaceAll("[\\u00a0\\u202f]", " "));
  }

  boolean canPressNow(String id) {
    return find(id).isPresent();
  }

  private Optional<Spot> find(String id) {
    for (JsonNode pressable : look().path("pressables")) {
      if (pressable.path("id").asText().equals(id)) {
        return Optional.of(
            new Spot(
                pressable.path("x").asInt() + pressable.path("width").asInt() / 2,
                pressable.path("y").asInt() + pressable.path("height").asInt() / 2));
      }
    }
    return Optional.empty();
  }

  private boolean isAtRest() {
    try {
      return description.changed().plus(AT_REST).isBefore(Instant.now());
    } catch (IOException notYet) {
      return false;
    }
  }

  private JsonNode look() {
    try {
      return JSON.readTree(description.read());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
