package org.escale.client.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param users names and numbers of the visit's users
 * @param station the word that names what a visit has outside its bubble
 * @param runDir the agent's folder in memory
 * @param since when the visit began; null to look for its users' things alone
 * @param expected where files change whatever visitors do: logs, the agent's journal
 */
public record AuditScope(
    Map<String, Integer> users,
    String station,
    Path runDir,
    @Nullable Instant since,
    List<Path> expected) {

  public AuditScope {
    users = Map.copyOf(users);
    expected = List.copyOf(expected);
  }

  boolean isOurs(@Nullable Object uid) {
    return uid instanceof Integer number && users.containsValue(number);
  }

  Set<String> names() {
    return users.keySet();
  }

  boolean isExpected(Path path) {
    return expected.stream().anyMatch(path::startsWith);
  }
}
