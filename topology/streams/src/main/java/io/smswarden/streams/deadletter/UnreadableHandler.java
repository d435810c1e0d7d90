package io.smswarden.streams.deadletter;

import static io.smswarden.schemas.DeadLetterReason.UNREADABLE;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** A record that can't be read becomes a dead letter and the stream goes on. */
public final class UnreadableHandler implements DeserializationExceptionHandler {

  private DeadLetters letters;

  @Override
  public void configure(Map<String, ?> configs) {
    letters = DeadLetters.in(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> unreadable, Exception exception) {
    return Response.resume(
        letters.of(UNREADABLE, context, unreadable.key(), unreadable.value(), exception));
  }
}
