package org.escale.protocol.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.UUID;
import org.escale.protocol.BookingId;
import org.escale.protocol.CommandId;
import org.escale.protocol.Frame;
import org.escale.protocol.HelpRequestId;
import org.escale.protocol.ReportId;
import org.escale.protocol.SessionId;
import org.escale.protocol.StationId;
import org.escale.protocol.WipeOrderId;

/**
 * Records to and from JSON: sealed types by their simple name in {@code type}, ids and secrets as
 * plain text, times and durations as ISO-8601. Thread-safe.
 */
public final class ProtocolJson {

  private final JsonMapper mapper;

  public ProtocolJson() {
    this(List.of());
  }

  /**
   * @param alsoTyped further sealed roots whose records are told apart by {@code type}
   */
  public ProtocolJson(List<Class<?>> alsoTyped) {
    JsonMapper.Builder builder =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL));
    for (Class<?> id :
        List.of(
            StationId.class,
            SessionId.class,
            CommandId.class,
            ReportId.class,
            WipeOrderId.class,
            BookingId.class,
            HelpRequestId.class)) {
      builder.addMixIn(id, AsUuid.class);
    }
    addSealed(builder, Frame.class);
    alsoTyped.forEach(root -> addSealed(builder, root));
    mapper = builder.build();
  }

  public String write(Object message) {
    try {
      return mapper.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "a " + message.getClass().getSimpleName() + " has no JSON", e);
    }
  }

  /**
   * @throws JsonProcessingException if the text is not this message, whole; its text may quote the
   *     input, so it is never logged
   */
  public <T> T read(String text, Class<T> type) throws JsonProcessingException {
    T message = mapper.readValue(text, type);
    if (message == null) {
      throw MismatchedInputException.from(null, type, "null is not a message");
    }
    if (!WholeRecords.isWhole(message)) {
      throw MismatchedInputException.from(null, type, "the message lacks a field");
    }
    return message;
  }

  private static void addSealed(JsonMapper.Builder builder, Class<?> root) {
    builder.addMixIn(root, ByTypeName.class);
    registerLeaves(builder, root);
  }

  private static void registerLeaves(JsonMapper.Builder builder, Class<?> type) {
    if (!type.isSealed()) {
      builder.registerSubtypes(new NamedType(type, type.getSimpleName()));
      return;
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      registerLeaves(builder, permitted);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface ByTypeName {}

  private interface AsUuid {

    @JsonValue
    UUID value();
  }
}
