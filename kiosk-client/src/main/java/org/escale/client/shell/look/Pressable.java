package org.escale.client.shell.look;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Skin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Anything that can be pressed: a picture, a word, perhaps a line below. Its words wrap. */
public final class Pressable extends Button {

  private final HBox content = new HBox();
  private final VBox lines = new VBox();
  private final Sentence title;
  private final Sentence detail = Say.body("");
  private final Icon tick = Icon.of("check-circle-fill");

  private Pressable(String id, @Nullable Node picture, String text, Runnable action, String style) {
    super(text);
    setId(id);
    getStyleClass().setAll("pressable", style);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setMinHeight(Region.USE_PREF_SIZE);
    setOnAction(event -> action.run());
    title = Say.strong(text);
    title.getStyleClass().add("title");
    detail.getStyleClass().add("detail");
    lines.getChildren().add(title);
    lines.getStyleClass().add("lines");
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    content.getStyleClass().add("content");
    content.setAlignment(Pos.CENTER_LEFT);
    if (picture != null) {
      content.getChildren().add(picture);
    }
    content.getChildren().add(lines);
    content.setMouseTransparent(true);
  }

  /** One of the few large answers to a screen's question. */
  public static Pressable answer(String id, String icon, String text, Runnable action) {
    return new Pressable(id, Icon.of(icon), text, action, "answer");
  }

  /** A large answer that is all words. */
  public static Pressable wordAnswer(String id, String text, Runnable action) {
    Pressable answer = new Pressable(id, null, text, action, "answer");
    answer.centred();
    return answer;
  }

  /** A large answer about a ticket. */
  public static Pressable badgeAnswer(String id, TicketBadge badge, String text, Runnable action) {
    return new Pressable(id, badge, text, action, "answer");
  }

  /** One of many tickets, shown by its picture; its name is read aloud. */
  public static Pressable badgeKey(String id, TicketBadge badge, String text, Runnable action) {
    return onlyPicture(new Pressable(id, badge, text, action, "key"), text);
  }

  /** The one main action of a screen. */
  public static Pressable main(String id, String icon, String text, Runnable action) {
    return new Pressable(id, Icon.of(icon), text, action, "main-action");
  }

  /** Something one can do, beside the main thing. */
  public static Pressable quiet(String id, String icon, String text, Runnable action) {
    return new Pressable(id, Icon.of(icon), text, action, "quiet-action");
  }

  /** Something that cannot be undone. */
  public static Pressable danger(String id, String icon, String text, Runnable action) {
    return new Pressable(id, Icon.of(icon), text, action, "danger-action");
  }

  /** Something that should be done soon. */
  public static Pressable soon(String id, String icon, String text, Runnable action) {
    return new Pressable(id, Icon.of(icon), text, action, "soon-action");
  }

  /** A picture above its word, where there is little room beside. */
  public static Pressable stacked(String id, String icon, String text, Runnable action) {
    return quiet(id, icon, text, action).stacked();
  }

  public static Pressable back(String text, Runnable action) {
    return new Pressable("back", Icon.mirrored("arrow-left"), text, action, "quiet-action");
  }

  public static Pressable next(String id, String text, Runnable action) {
    return new Pressable(id, Icon.mirrored("arrow-right"), text, action, "main-action");
  }

  /** A key of the keypad. */
  public static Pressable key(String id, String text, Runnable action) {
    Pressable key = new Pressable(id, null, text, action, "key");
    key.centred();
    return key;
  }

  /** A key of the keypad that shows a picture; its word is read aloud. */
  public static Pressable pictureKey(String id, String icon, String text, Runnable action) {
    return onlyPicture(new Pressable(id, Icon.of(icon), text, action, "key"), text);
  }

  private static Pressable onlyPicture(Pressable key, String text) {
    key.content.getChildren().remove(key.lines);
    key.content.setAlignment(Pos.CENTER);
    key.setAccessibleText(text);
    return key;
  }

  /** A line below the word. */
  public Pressable detail(String text) {
    detail.setText(text);
    if (!lines.getChildren().contains(detail)) {
      lines.getChildren().add(detail);
    }
    setAccessibleText(getText() + ". " + text);
    return this;
  }

  /**
   * Marks one of several that can be chosen, by a tick, a border and a word that is read aloud.
   *
   * @param word said when it is chosen
   */
  public Pressable chosen(boolean chosen, String word) {
    content.getChildren().remove(tick);
    getStyleClass().remove("chosen");
    if (chosen) {
      content.getChildren().add(tick);
      getStyleClass().add("chosen");
    }
    String said = detail.getText().isEmpty() ? getText() : getText() + ". " + detail.getText();
    setAccessibleText(chosen ? said + ". " + word : said);
    return this;
  }

  public Pressable styled(String style) {
    getStyleClass().add(style);
    return this;
  }

  /** Its picture above its word, where there is little room beside. */
  public Pressable stacked() {
    Node picture = content.getChildren().removeFirst();
    lines.getChildren().addFirst(picture);
    centred();
    return styled("stacked");
  }

  /** Changes the word. */
  public void say(String text) {
    setText(text);
    title.setText(text);
  }

  HBox content() {
    return content;
  }

  private void centred() {
    content.setAlignment(Pos.CENTER);
    lines.setAlignment(Pos.CENTER);
    title.centred();
    detail.centred();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new PressableSkin(this);
  }
}
