package org.escale.server.staff;

/**
 * A mediator or an admin.
 *
 * @param name to sign in with; unique in the centre
 */
public record StaffMember(StaffId id, String name, Role role) {

  public static final int MAX_NAME = 40;

  public static boolean isName(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.length() <= MAX_NAME
        && name.chars().noneMatch(Character::isISOControl);
  }

  public boolean admin() {
    return role == Role.ADMIN;
  }
}
