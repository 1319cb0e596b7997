package org.escale.client.shell.stick;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Columns;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.stick.StickViewModel.News;
import org.escale.client.shell.words.Words;
import org.jspecify.annotations.Nullable;

/** The stick beside the visitor's work: see what is on it, save, take it out. */
public final class StickPanel {

  public static Region of(StickViewModel model, Words words, Runnable close) {
    VBox panel = new VBox();
    panel.getStyleClass().add("panel");
    model
        .newsProperty()
        .subscribe(news -> panel.getChildren().setAll(parts(model, news, words, close)));
    return panel;
  }

  private static List<Node> parts(
      StickViewModel model, @Nullable News news, Words words, Runnable close) {
    List<Node> parts = new ArrayList<>();
    if (news != null && !news.words().isEmpty()) {
      parts.add(StickCard.band(news));
    }
    if (model.canSave()) {
      parts.add(Pressable.answer("save-to-stick", "save", words.of("stick.save"), model::save));
    }
    List<Node> brief = brief(model, news, words);
    if (!brief.isEmpty()) {
      parts.add(Columns.of(brief));
    }
    parts.add(atTheEnd(Pressable.back(words.of("back"), close)));
    return parts;
  }

  private static List<Node> brief(StickViewModel model, @Nullable News news, Words words) {
    List<Node> brief = new ArrayList<>();
    if (model.canOpen()) {
      brief.add(
          Pressable.stacked("open-stick", "folder2-open", words.of("stick.see"), model::open));
    }
    if (news != null && news.canEject()) {
      brief.add(Pressable.stacked("eject-stick", "eject", words.of("stick.out"), model::eject));
    }
    return brief;
  }

  private static Node atTheEnd(Pressable back) {
    VBox end = new VBox(back);
    end.setAlignment(Pos.BOTTOM_LEFT);
    VBox.setVgrow(end, Priority.ALWAYS);
    return end;
  }

  private StickPanel() {}
}
