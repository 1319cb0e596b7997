package org.escale.client.shell.stick;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.look.Band;
import org.escale.client.shell.look.Pressable;
import org.escale.client.shell.look.Say;
import org.escale.client.shell.look.Sentence;
import org.escale.client.shell.stick.StickViewModel.News;
import org.escale.client.shell.words.Words;

/** The stick at goodbye: what is said about it, save and take out. */
public final class StickCard {

  public static Region of(StickViewModel model, Words words) {
    VBox card = new VBox();
    card.getStyleClass().add("panel");
    model
        .newsProperty()
        .subscribe(
            news -> {
              card.setVisible(news != null);
              card.setManaged(card.isVisible());
              card.getChildren().setAll(news == null ? List.of() : parts(model, news, words));
            });
    return card;
  }

  private static List<Node> parts(StickViewModel model, News news, Words words) {
    List<Node> parts = new ArrayList<>();
    if (!news.words().isEmpty()) {
      parts.add(band(news));
    }
    if (news.canSave()) {
      parts.add(news.words().isEmpty() ? save(model, words) : again(model, words));
    }
    if (news.canEject()) {
      parts.add(Pressable.quiet("eject-stick", "eject", words.of("stick.eject"), model::eject));
    }
    return parts;
  }

  private static Pressable save(StickViewModel model, Words words) {
    return Pressable.answer("save-to-stick", "usb-drive", words.of("stick.save"), model::save)
        .detail(model.nameWords());
  }

  private static Pressable again(StickViewModel model, Words words) {
    return Pressable.quiet("save-to-stick", "arrow-repeat", words.of("stick.again"), model::save);
  }

  static Node band(News news) {
    Sentence words = Say.body(news.words());
    return switch (news.tone()) {
      case PLAIN -> Band.plain("usb-drive", words);
      case DONE -> Band.done(words);
      case SOON -> Band.soon("usb-drive", words);
    };
  }

  private StickCard() {}
}
