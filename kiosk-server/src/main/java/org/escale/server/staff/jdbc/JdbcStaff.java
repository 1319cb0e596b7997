package org.escale.server.staff.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.escale.server.platform.database.CentreId;
import org.escale.server.platform.database.Database;
import org.escale.server.staff.Role;
import org.escale.server.staff.SetupRefusal;
import org.escale.server.staff.StaffId;
import org.escale.server.staff.StaffMember;
import org.escale.server.staff.StaffSession;
import org.escale.server.staff.StaffStore;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@link StaffStore} in the database. */
public final class JdbcStaff implements StaffStore {

  private record SetupCode(long expiresAtMs, boolean used) {}

  private final Database database;
  private final String centre;

  public JdbcStaff(Database database, CentreId centre) {
    this.database = database;
    this.centre = centre.toString();
  }

  @Override
  public Optional<Account> account(String name) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT staff_id, name, role, password_hash FROM staff_account
                    WHERE centre_id = :centre AND name = :name AND closed_at_ms IS NULL\
                    """)
                .bind("centre", centre)
                .bind("name", name)
                .map((row, _) -> new Account(member(row), row.getString("password_hash")))
                .findOne());
  }

  @Override
  public boolean hasAdmin() {
    return database.read(this::hasAdmin);
  }

  @Override
  public List<StaffMember> members() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT staff_id, name, role FROM staff_account
                    WHERE centre_id = :centre AND closed_at_ms IS NULL ORDER BY name\
                    """)
                .bind("centre", centre)
                .map((row, _) -> member(row))
                .list());
  }

  /** The old name stays for readers of the audit log, made different from every new one. */
  @Override
  public boolean closeAccount(StaffId id, Instant now) {
    return database.write(
        handle -> {
          int closed =
              handle
                  .createUpdate(
                      """
                      UPDATE staff_account
                      SET closed_at_ms = :now, name = name || ' (' || staff_id || ')'
                      WHERE centre_id = :centre AND staff_id = :id AND closed_at_ms IS NULL
                        AND (role <> 'ADMIN' OR EXISTS
                          (SELECT 1 FROM staff_account AS other
                           WHERE other.centre_id = :centre AND other.role = 'ADMIN'
                             AND other.closed_at_ms IS NULL AND other.staff_id <> :id))\
                      """)
                  .bind("now", now.toEpochMilli())
                  .bind("centre", centre)
                  .bind("id", id.toString())
                  .execute();
          if (closed == 1) {
            handle.execute(
                "DELETE FROM staff_session WHERE centre_id = ? AND staff_id = ?",
                centre,
                id.toString());
          }
          return closed == 1;
        });
  }

  @Override
  public boolean add(Account account, Instant now) {
    return database.write(handle -> add(handle, account, now));
  }

  @Override
  public boolean changePassphrase(Account account, String hash, String stays) {
    String id = account.member().id().toString();
    return database.write(
        handle -> {
          int changed =
              handle.execute(
                  """
                  UPDATE staff_account SET password_hash = ?
                  WHERE centre_id = ? AND staff_id = ? AND password_hash = ?
                    AND closed_at_ms IS NULL\
                  """,
                  hash,
                  centre,
                  id,
                  account.passphraseHash());
          if (changed == 1) {
            handle.execute(
                "DELETE FROM staff_session WHERE centre_id = ? AND staff_id = ? AND token_hash <>"
                    + " ?",
                centre,
                id,
                Digest.of(stays));
          }
          return changed == 1;
        });
  }

  @Override
  public void open(String token, StaffSession session) {
    database.<@Nullable Void>write(
        handle -> {
          handle.execute(
              """
              INSERT INTO staff_session (centre_id, token_hash, staff_id, csrf_token, expires_at_ms)
              VALUES (?, ?, ?, ?, ?)\
              """,
              centre,
              Digest.of(token),
              session.member().id().toString(),
              session.csrfToken(),
              session.expiresAt().toEpochMilli());
          return null;
        });
  }

  @Override
  public Optional<StaffSession> session(String token, Instant now) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT staff_id, name, role, csrf_token, expires_at_ms
                    FROM staff_session JOIN staff_account USING (centre_id, staff_id)
                    WHERE centre_id = :centre AND token_hash = :hash AND expires_at_ms > :now
                      AND closed_at_ms IS NULL\
                    """)
                .bind("centre", centre)
                .bind("hash", Digest.of(token))
                .bind("now", now.toEpochMilli())
                .map(
                    (row, _) ->
                        new StaffSession(
                            member(row),
                            row.getString("csrf_token"),
                            Instant.ofEpochMilli(row.getLong("expires_at_ms"))))
                .findOne());
  }

  @Override
  public int purge(Instant before) {
    return database.write(
        handle ->
            handle.execute(
                "DELETE FROM staff_session WHERE centre_id = ? AND expires_at_ms <= ?",
                centre,
                before.toEpochMilli()));
  }

  @Override
  public void close(String token) {
    database.write(
        handle ->
            handle.execute(
                "DELETE FROM staff_session WHERE centre_id = ? AND token_hash = ?",
                centre,
                Digest.of(token)));
  }

  @Override
  public void keepSetupCode(String code, Instant expiresAt) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO setup_code (centre_id, code_hash, expires_at_ms) VALUES (?, ?, ?)
                ON CONFLICT (centre_id) DO UPDATE
                SET code_hash = excluded.code_hash, expires_at_ms = excluded.expires_at_ms,
                    used_at_ms = NULL\
                """,
                centre,
                Digest.of(code),
                expiresAt.toEpochMilli()));
  }

  @Override
  public Optional<SetupRefusal> setUp(String code, Account admin, Instant now) {
    return database.write(
        handle -> {
          Optional<SetupRefusal> refusal = refusal(handle, code, now);
          if (refusal.isEmpty()) {
            handle.execute(
                "UPDATE setup_code SET used_at_ms = ? WHERE centre_id = ?",
                now.toEpochMilli(),
                centre);
            if (!add(handle, admin, now)) {
              throw new IllegalStateException("the first account's name is taken");
            }
          }
          return refusal;
        });
  }

  private Optional<SetupRefusal> refusal(Handle handle, String code, Instant now) {
    if (hasAdmin(handle)) {
      return Optional.of(SetupRefusal.DONE_BEFORE);
    }
    Optional<SetupCode> kept = setupCode(handle, code);
    if (kept.isEmpty() || kept.get().used()) {
      return Optional.of(SetupRefusal.CODE_UNKNOWN);
    }
    return kept.get().expiresAtMs() <= now.toEpochMilli()
        ? Optional.of(SetupRefusal.CODE_EXPIRED)
        : Optional.empty();
  }

  private Optional<SetupCode> setupCode(Handle handle, String code) {
    return handle
        .createQuery(
            """
            SELECT expires_at_ms, used_at_ms FROM setup_code
            WHERE centre_id = :centre AND code_hash = :hash\
            """)
        .bind("centre", centre)
        .bind("hash", Digest.of(code))
        .map(
            (row, _) ->
                new SetupCode(row.getLong("expires_at_ms"), row.getObject("used_at_ms") != null))
        .findOne();
  }

  private boolean hasAdmin(Handle handle) {
    return handle
            .createQuery(
                """
                SELECT count(*) FROM staff_account
                WHERE centre_id = :centre AND role = 'ADMIN' AND closed_at_ms IS NULL\
                """)
            .bind("centre", centre)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  private boolean add(Handle handle, Account account, Instant now) {
    return handle.execute(
            """
            INSERT INTO staff_account (centre_id, staff_id, name, role, password_hash,
                                       created_at_ms)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """,
            centre,
            account.member().id().toString(),
            account.member().name(),
            account.member().role().name(),
            account.passphraseHash(),
            now.toEpochMilli())
        == 1;
  }

  private static StaffMember member(ResultSet row) throws SQLException {
    return new StaffMember(
        StaffId.of(row.getString("staff_id")),
        row.getString("name"),
        Role.valueOf(row.getString("role")));
  }
}
