package io.smswarden.app.run;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/**
 * Tells of failures without giving away what was processed: Kafka's messages speak of topics and
 * offsets, those of other libraries may quote a text or a number.
 */
final class Failures {

  private Failures() {}

  /** The innermost cause, in one line. */
  static String describe(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    boolean speaks = root instanceof KafkaException && root.getMessage() != null;
    return speaks ? name + ": " + root.getMessage().lines().findFirst().orElse("") : name;
  }

  /** Where it came from: classes and lines, no messages. */
  static String trace(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
        .map(
            cause ->
                Stream.of(cause.getStackTrace())
                    .map(frame -> "\n\tat " + frame)
                    .collect(Collectors.joining("", cause.getClass().getName(), "")))
        .collect(Collectors.joining("\ncaused by "));
  }
}
