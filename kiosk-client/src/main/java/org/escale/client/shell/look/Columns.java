package org.escale.client.shell.look;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** Things side by side, all equally wide. */
public final class Columns extends GridPane {

  private Columns(List<? extends Node> nodes, int columns) {
    getStyleClass().add("columns");
    for (int i = 0; i < columns; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(100.0 / columns);
      column.setHgrow(Priority.ALWAYS);
      column.setFillWidth(true);
      getColumnConstraints().add(column);
    }
    for (int i = 0; i < nodes.size(); i++) {
      add(nodes.get(i), i % columns, i / columns);
      GridPane.setVgrow(nodes.get(i), Priority.ALWAYS);
    }
  }

  public static Columns of(List<? extends Node> nodes) {
    return new Columns(nodes, nodes.size());
  }

  public static Columns of(List<? extends Node> nodes, int columns) {
    return new Columns(nodes, columns);
  }
}
