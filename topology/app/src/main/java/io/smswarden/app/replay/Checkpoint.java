package io.smswarden.app.replay;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * How far a replay came. It is kept as the committed offset of a consumer group of the file's own,
 * in the same transaction as the messages: what is counted is there, and what is there is counted.
 *
 * @param line lines done
 * @param sent messages made of them
 * @param start when the first line's message was sent, for files that don't say
 */
record Checkpoint(long line, long sent, Instant start) {

  OffsetAndMetadata toOffset() {
    return new OffsetAndMetadata(line, "%d %d".formatted(sent, start.toEpochMilli()));
  }

  static Optional<Checkpoint> of(OffsetAndMetadata offset) {
    if (offset == null) {
      return Optional.empty();
    }
    String[] fields = offset.metadata().split(" ", -1);
    return Optional.of(
        new Checkpoint(
            offset.offset(),
            Long.parseLong(fields[0]),
            Instant.ofEpochMilli(Long.parseLong(fields[1]))));
  }
}
