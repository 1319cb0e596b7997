package org.escale.protocol;

import java.time.Duration;
import java.util.UUID;

/**
 * Documents that come from a visitor's telephone into her visit. The station asks for them by
 * {@link Protocol#BRING_DOCUMENTS_PATH}: after at most {@link #ANSWERED_WITHIN} it is answered with
 * nothing (204), or with one document, whose id stands in {@link #DOCUMENT_HEADER} and whose kind
 * in the media type. What became of it is {@linkplain Told told} by itself.
 */
public final class Bringing {

  /** No document is larger. */
  public static final int LARGEST_BYTES = 15 * 1024 * 1024;

  public static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);

  public static final String DOCUMENT_HEADER = "Escale-Document";

  /** A telephone may bring documents into this session. */
  public record Wish(SessionId session) {}

  /**
   * @param address of the page that a telephone opens, without the code
   * @param code good until it was not used for {@code goodFor}, or the session is over, or another
   *     has been asked for
   */
  public record Invitation(String address, BringCode code, Duration goodFor) {

    /** What a camera reads: browsers send what follows the # to nobody. */
    public String link() {
      return address + "#" + code.signs();
    }
  }

  /** What became of a document at the station. */
  public record Told(UUID document, Outcome outcome) {}

  /** What can become of a document at the station. */
  public enum Outcome {
    /** It lies in the visit's home, whole. */
    STORED,
    HOME_FULL,
    /** For another reason; nothing of it is there. */
    FAILED
  }

  /** The server has taken note. */
  public record Noted(UUID document) {}

  private Bringing() {}
}
