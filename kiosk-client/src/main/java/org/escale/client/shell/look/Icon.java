package org.escale.client.shell.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/**
 * A picture of the Bootstrap Icons set, the same files as the console shows. Its size and colour
 * are set by style sheets, in em and by token.
 */
public final class Icon extends Region {

  private static final String FOLDER = "/META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";
  private static final Pattern PATH = Pattern.compile("\\bd=\"([^\"]+)\"");
  private static final Map<String, Drawing> drawings = new ConcurrentHashMap<>();

  private record Drawing(String path, FillRule fillRule) {}

  private Icon(String name) {
    Drawing drawing = drawings.computeIfAbsent(name, Icon::read);
    SVGPath shape = new SVGPath();
    shape.setContent(drawing.path());
    shape.setFillRule(drawing.fillRule());
    setShape(shape);
    getStyleClass().add("icon");
    setMouseTransparent(true);
  }

  /** A picture that is the same in every direction of writing. */
  public static Icon of(String name) {
    Icon icon = new Icon(name);
    icon.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
    return icon;
  }

  /** An arrow, which points the other way where people write from right to left. */
  public static Icon mirrored(String name) {
    return new Icon(name);
  }

  private static Drawing read(String name) {
    try (InputStream svg = Icon.class.getResourceAsStream(FOLDER + name + ".svg")) {
      if (svg == null) {
        throw new IllegalArgumentException("no icon named " + name);
      }
      return parse(new String(svg.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One path from all of a file's. Each begins anew at the origin, as in a file of its own; the
   * corners are named so that the drawing keeps its place in its square.
   */
  private static Drawing parse(String svg) {
    StringBuilder path = new StringBuilder();
    int count = 0;
    Matcher paths = PATH.matcher(svg);
    while (paths.find()) {
      path.append("M0 0").append(paths.group(1)).append(' ');
      count++;
    }
    boolean evenOdd = count == 1 && svg.contains("fill-rule=\"evenodd\"");
    return new Drawing(
        path.append("M16 16").toString(), evenOdd ? FillRule.EVEN_ODD : FillRule.NON_ZERO);
  }
}
