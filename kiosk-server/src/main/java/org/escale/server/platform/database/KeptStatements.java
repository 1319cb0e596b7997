package org.escale.server.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
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

  @Override
  public PreparedStatement create(Connection connection, String sql, StatementContext context)
      throws SQLException {
    Deque<PreparedStatement> kept = idle.get(sql);
    return kept == null || kept.isEmpty()
        ? super.create(connection, sql, context)
        : kept.removeLast();
  }

  @Override
  public void close(Connection connection, String sql, Statement statement) throws SQLException {
    boolean known = idle.containsKey(sql) || idle.size() < MOST_TEXTS;
    if (known && statement instanceof PreparedStatement prepared && !prepared.isClosed()) {
      prepared.clearBatch();
      prepared.clearParameters();
      idle.computeIfAbsent(sql, _ -> new ArrayDeque<>()).addLast(prepared);
    } else {
      super.close(connection, sql, statement);
    }
  }
}
