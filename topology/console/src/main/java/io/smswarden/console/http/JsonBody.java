package io.smswarden.console.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What was sent: one JSON object of a bounded size, with no other fields than those expected. */
public final class JsonBody {

  /** Bytes that a body may have where nothing else is said. */
  public static final int USUAL_SIZE = 64 * 1024;

  private static final String TYPE = "application/json";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  /** The body of a request, of {@link #USUAL_SIZE} at most, with some of these fields. */
  public static JsonBody of(Context request, String... fields) {
    return of(request, USUAL_SIZE, fields);
  }

  /**
   * The same of another size.
   *
   * @throws ProblemException 415 when it is not JSON by its type, 413 when it is too large, 400
   *     when it is no JSON object, 422 when it has another field
   */
  public static JsonBody of(Context request, int mostBytes, String... fields) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
      throw ProblemException.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with Content-Type: " + TYPE);
    }
    JsonNode read = parse(bytes(request, mostBytes));
    if (!read.isObject()) {
      throw ProblemException.of(HttpStatus.BAD_REQUEST, "send one JSON object");
    }
    Set<String> known = Set.of(fields);
    read.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw invalid(
                    "a field is not known; known are " + String.join(", ", Arrays.asList(fields)));
              }
            });
    return new JsonBody(read);
  }

  private static byte[] bytes(Context request, int most) {
    if (request.contentLength() > most) {
      throw tooLarge(most);
    }
    try (InputStream in = request.bodyInputStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      throw ProblemException.of(HttpStatus.BAD_REQUEST, "the body did not come to its end");
    }
  }

  private static ProblemException tooLarge(int most) {
    return ProblemException.of(
        HttpStatus.CONTENT_TOO_LARGE, "the body has more than %d bytes".formatted(most));
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      return JSON.readTree(bytes);
    } catch (JacksonException e) {
      JsonLocation at = e.getLocation();
      throw ProblemException.of(
          HttpStatus.BAD_REQUEST,
          at == null
              ? "the body is no JSON"
              : "the body is no JSON: line %d, column %d"
                  .formatted(at.getLineNr(), at.getColumnNr()));
    } catch (IOException e) {
      throw ProblemException.of(HttpStatus.BAD_REQUEST, "the body is no JSON");
    }
  }

  /** The object itself. */
  public JsonNode node() {
    return object;
  }

  /** A text that must be there and not blank. */
  public String text(String field) {
    return optionalText(field).orElseThrow(() -> invalid(field + " is missing"));
  }

  /** A text; empty when it is not there, null or blank. */
  public Optional<String> optionalText(String field) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw invalid(field + " must be a text");
    }
    return Optional.of(node.textValue()).filter(text -> !text.isBlank());
  }

  /** A text of one line that must be there, such as a name or a reason. */
  public String line(String field, int mostCharacters) {
    String line = text(field).strip();
    if (line.length() > mostCharacters || line.chars().anyMatch(Character::isISOControl)) {
      throw invalid(
          "%s must be one line of %d characters at most".formatted(field, mostCharacters));
    }
    return line;
  }

  /** A constant by its name; empty when it is not there. */
  public <E extends Enum<E>> Optional<E> optionalOneOf(String field, Class<E> type) {
    return optionalText(field)
        .map(
            name ->
                Arrays.stream(type.getEnumConstants())
                    .filter(value -> value.name().equals(name))
                    .findAny()
                    .orElseThrow(
                        () ->
                            invalid(
                                "%s must be one of %s"
                                    .formatted(field, Arrays.toString(type.getEnumConstants())))));
  }

  /** A constant by its name that must be there. */
  public <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    return optionalOneOf(field, type).orElseThrow(() -> invalid(field + " is missing"));
  }

  /** A time in ISO 8601, UTC; empty when it is not there. */
  public Optional<Instant> optionalTime(String field) {
    return optionalText(field)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeParseException e) {
                throw invalid(field + " must be a time such as 2026-11-25T08:00:00Z");
              }
            });
  }

  /** A whole number within bounds; empty when it is not there. */
  public OptionalInt optionalNumber(String field, int least, int most) {
    JsonNode node = object.path(field);
    if (node.isMissingNode() || node.isNull()) {
      return OptionalInt.empty();
    }
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      throw invalid("%s must be a whole number from %d to %d".formatted(field, least, most));
    }
    return OptionalInt.of(node.intValue());
  }

  /** A list of texts that must be there, at least one. */
  public List<String> texts(String field, int most) {
    JsonNode node = object.path(field);
    boolean good = node.isArray() && !node.isEmpty() && node.size() <= most;
    if (!good || !StreamSupport.stream(node.spliterator(), false).allMatch(JsonNode::isTextual)) {
      throw invalid("%s must be a list of 1 to %d texts".formatted(field, most));
    }
    return StreamSupport.stream(node.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.invalid(detail, List.of());
  }
}
