package org.escale.server.staff;

import org.jspecify.annotations.Nullable;

/** Port: keeps what staff did. Entries are only ever added. */
@FunctionalInterface
public interface AuditLog {

  /**
   * @param who null if it was not somebody of staff
   * @param action in words that never change, for example {@code session.end}
   * @param subject the id of what it was done to; never anything about a visitor
   */
  void note(@Nullable StaffId who, String action, @Nullable String subject);
}
