package org.escale.server.staff;

/**
 * A session just begun.
 *
 * @param token for the browser alone
 */
public record SignedIn(String token, StaffSession session) {

  @Override
  public String toString() {
    return "SignedIn[" + session + "]";
  }
}
