package org.escale.server.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps the statements of one connection prepared for the next time. For the connection's one
 * thread.
 */
final class KeptStatements extends DefaultStatementBuilder {

  private static final int MOST_TEXTS = 200;

  /** Those not in use, by their text. */
  private final Map<String, Deque<PreparedStatement>> idle = new HashMap<>();

  /** The text of each, as it was prepared: it is closed under another, with names in it. */
  private final IdentityHashMap<Statement, String> texts = new IdentityHashMap<>();

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    Deque<PreparedStatement> kept = idle.get(sql);
    if (kept != null && !kept.isEmpty()) {
      return kept.removeLast();
    }
    PreparedStatement prepared = super.create(connection, sql, context);
    if (idle.containsKey(sql) || idle.size() < MOST_TEXTS) {
      idle.computeIfAbsent(sql, _ -> new ArrayDeque<>());
      texts.put(prepared, sql);
    }
    return prepared;
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    String text = texts.get(statement);
    if (text != null && statement instanceof PreparedStatement prepared && !prepared.isClosed()) {
      prepared.clearBatch();
      prepared.clearParameters();
      Objects.requireNonNull(idle.get(text)).addLast(prepared);
    } else {
      texts.remove(statement);
      super.close(connection, sql, statement);
    }
  }
}
