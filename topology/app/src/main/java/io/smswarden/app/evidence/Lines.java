package io.smswarden.app.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * The one way in which a thing is written as a line of JSON, and back. What is read must be what
 * would be written, byte for byte: nothing can hide in blanks, in the order of the fields or in
 * another way to write a number.
 *
 * @param <T> the thing
 * @param <J> the record whose components are the JSON's fields
 */
final class Lines<T, J> {

  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // The same digits on every Java.
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Class<J> type;
  private final Function<T, J> toJson;
  private final Function<J, T> fromJson;

  Lines(Class<J> type, Function<T, J> toJson, Function<J, T> fromJson) {
    this.type = type;
    this.toJson = toJson;
    this.fromJson = fromJson;
  }

  String write(T value) {
    return json(toJson.apply(value));
  }

  /**
   * A line's thing.
   *
   * @throws Unreadable when the line isn't one that {@link #write} gives
   */
  T read(String line) throws Unreadable {
    T value;
    try {
      value = fromJson.apply(JSON.readValue(line, type));
    } catch (JsonProcessingException
        | IllegalArgumentException
        | DateTimeException
        | NullPointerException e) {
      throw new Unreadable(e);
    }
    if (!write(value).equals(line)) {
      throw new Unreadable(null);
    }
    return value;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that isn't as it was written. */
  static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(Throwable cause) {
      super("it is not as it was written", cause);
    }
  }
}
