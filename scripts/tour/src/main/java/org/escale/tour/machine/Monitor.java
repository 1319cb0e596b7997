package org.escale.tour.machine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.escale.tour.room.RoomException;

/** What QEMU is told and asked (its protocol QMP). */
final class Monitor implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Wire wire;

  private Monitor(Wire wire) {
    this.wire = wire;
  }

  static Monitor connect(Path socketPath) {
    Monitor monitor = new Monitor(Wire.connect("monitor", socketPath));
    monitor.tell("qmp_capabilities", Map.of());
    return monitor;
  }

  /** Returns what it answers; fails if it refuses. */
  JsonNode tell(String command, Map<String, ?> arguments) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("execute", command);
    message.put("arguments", arguments);
    try {
      wire.write(JSON.writeValueAsString(message));
    } catch (JsonProcessingException e) {
      throw new RoomException(command + " cannot be written", e);
    }
    while (true) {
      JsonNode said = next();
      if (said.has("return")) {
        return said.path("return");
      }
      if (said.has("error")) {
        throw new RoomException(command + ": " + said.path("error").path("desc").asText());
      }
    }
  }

  /** Waits for an event of this name; those before it are dropped. */
  void awaitEvent(String name) {
    while (!next().path("event").asText().equals(name)) {
      // Another event.
    }
  }

  private JsonNode next() {
    try {
      return JSON.readTree(wire.read(PATIENCE));
    } catch (JsonProcessingException e) {
      throw new RoomException("the monitor says what cannot be read", e);
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}
