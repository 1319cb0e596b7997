package org.escale.client.agent;

/** The agent cannot do what it was started for. The message is one clear sentence for a person. */
final class CannotStartException extends Exception {

  private static final long serialVersionUID = 1L;

  CannotStartException(String sentence) {
    super(sentence);
  }

  CannotStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
