package io.smswarden.console.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;

/** JSON bodies. */
public final class Json {

  private static final int DEEPEST = 16;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Answers with a value. */
  public static void write(Context ctx, JsonNode value) {
    ctx.contentType("application/json; charset=utf-8").result(value.toString());
  }

  /**
   * The object that a request's body is.
   *
   * @throws ProblemException 415 when it says it is something else than JSON, 400 when it is no
   *     JSON object
   */
  public static ObjectNode read(Context ctx) {
    String type = ctx.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw ProblemException.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send a body of application/json");
    }
    try {
      if (MAPPER.readTree(ctx.body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // Told below, without what was sent.
    }
    throw ProblemException.of(HttpStatus.BAD_REQUEST, "the body is no JSON object");
  }

  /**
   * A field of text; empty when it is missing or null.
   *
   * @throws ProblemException 422 when it is something else
   */
  public static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw ProblemException.of(
          HttpStatus.UNPROCESSABLE_CONTENT, "%s must be a text".formatted(field));
    }
    return Optional.of(value.textValue());
  }
}
