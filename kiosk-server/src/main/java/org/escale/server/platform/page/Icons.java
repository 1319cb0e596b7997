package org.escale.server.platform.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bootstrap Icons, drawn into the page so that they take the colour of the words beside them. */
public final class Icons {

  private static final String FOLDER = "/META-INF/resources/webjars/bootstrap-icons/1.13.1/icons/";

  private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

  /**
   * The icon as SVG, hidden from screen readers: a word always stands beside it.
   *
   * @throws IllegalArgumentException if the set has no icon of that name
   */
  public static String svg(String name) {
    return DRAWN.computeIfAbsent(name, Icons::read);
  }

  private static String read(String name) {
    try (InputStream in = Icons.class.getResourceAsStream(FOLDER + name + ".svg")) {
      if (in == null) {
        throw new IllegalArgumentException("no icon is called " + name);
      }
      String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return svg.replaceFirst("<svg [^>]*>", HEAD).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String HEAD =
      "<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\" aria-hidden=\"true\">";

  private Icons() {}
}
