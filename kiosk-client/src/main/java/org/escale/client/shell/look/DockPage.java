package org.escale.client.shell.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.escale.client.shell.journey.Surroundings;

/** The narrow screen beside a visit: what I hold and the time, then the middle, then actions. */
public final class DockPage extends BorderPane {

  private final VBox top = new VBox();
  private final VBox middle = new VBox();
  private final VBox bottom = new VBox();

  public DockPage(Surroundings around, Node whose) {
    getStyleClass().add("dock");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox header = new HBox(whose, gap, Page.clock(around));
    header.getStyleClass().add("dock-header");
    header.setAlignment(Pos.CENTER_LEFT);
    if (around.about().rehearsal()) {
      top.getChildren().add(Page.rehearsal(around.words()));
    }
    top.getChildren().add(header);
    top.getStyleClass().add("dock-top");
    middle.getStyleClass().add("dock-middle");
    bottom.getStyleClass().add("dock-bottom");
    setTop(top);
    setCenter(middle);
    setBottom(bottom);
  }

  public DockPage top(Node... nodes) {
    top.getChildren().addAll(nodes);
    return this;
  }

  public DockPage middle(Node... nodes) {
    middle.getChildren().setAll(nodes);
    return this;
  }

  public DockPage bottom(Node... nodes) {
    bottom.getChildren().setAll(nodes);
    return this;
  }
}
