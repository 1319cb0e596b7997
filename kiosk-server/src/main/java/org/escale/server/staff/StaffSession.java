package org.escale.server.staff;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of staff is signed in.
 *
 * @param csrfToken goes with everything that she asks to be changed
 */
public record StaffSession(StaffMember member, String csrfToken, Instant expiresAt) {

  /** The name of the request's attribute that holds the session, on every page of the console. */
  public static final String ATTRIBUTE = "escale.staff-session";

  /**
   * @param attribute the value of {@link #ATTRIBUTE}
   * @throws NullPointerException on a page that is open to all
   */
  public static StaffSession of(@Nullable Object attribute) {
    return (StaffSession) Objects.requireNonNull(attribute, "nobody has signed in");
  }

  @Override
  public String toString() {
    return "StaffSession[" + member.id() + "]";
  }
}
