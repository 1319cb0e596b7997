package org.escale.server.platform.http;

/** A request's body is not what was asked for. Carries no part of it. */
public final class MalformedRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public MalformedRequestException() {
    super("malformed request");
  }
}
