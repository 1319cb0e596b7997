package org.escale.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What may be brought into a visit, told by its first bytes and never by its name. */
public enum DocumentKind {
  JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
  PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
  PDF("application/pdf", "pdf", "%PDF-");

  /** So many bytes tell every kind. */
  public static final int TOLD_BY = 8;

  private final String mediaType;
  private final String ending;

  /** Each sign is one byte. */
  private final String begins;

  DocumentKind(String mediaType, String ending, String begins) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.begins = begins;
  }

  /** The kind of a document that begins like this; empty if it is none of them. */
  public static Optional<DocumentKind> of(byte[] first) {
    String begin = new String(first, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(kind -> begin.startsWith(kind.begins)).findFirst();
  }

  public static Optional<DocumentKind> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  /** How a file's name ends, without the dot. */
  public String ending() {
    return ending;
  }
}
