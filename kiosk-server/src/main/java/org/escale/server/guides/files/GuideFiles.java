package org.escale.server.guides.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.escale.protocol.Guide;
import org.escale.protocol.codec.ProtocolJson;
import org.escale.server.guides.Guides;

/**
 * Reads the guides that come with the program: {@code guides/catalogue.txt} names them in the order
 * in which they are shown, and each is {@code guides/ID.json}.
 */
public final class GuideFiles {

  private static final String FOLDER = "/guides/";
  private static final ProtocolJson JSON = new ProtocolJson();

  /**
   * @throws IllegalArgumentException if a guide is not whole; the message says which and why
   */
  public static Guides load() {
    return new Guides(
        read("catalogue.txt").lines().filter(id -> !id.isBlank()).map(GuideFiles::guide).toList());
  }

  static Guide parse(String id, String text) {
    try {
      Guide guide = JSON.read(text, Guide.class);
      if (!guide.id().equals(id)) {
        throw new IllegalArgumentException(id + ": the guide inside has another id");
      }
      return guide;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(id + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Guide guide(String id) {
    return parse(id.strip(), read(id.strip() + ".json"));
  }

  private static String read(String name) {
    try (InputStream file = GuideFiles.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalArgumentException("there is no file " + FOLDER + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private GuideFiles() {}
}
