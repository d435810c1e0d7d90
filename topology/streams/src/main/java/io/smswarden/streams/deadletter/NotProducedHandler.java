package io.smswarden.streams.deadletter;

import static io.smswarden.schemas.DeadLetterReason.NOT_PRODUCED;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * A result that can't be serialised becomes a dead letter of the record it came from. What a broker
 * refuses stops the pipeline, as in Kafka's default: the transaction is lost then, and going on
 * would lose the records in it.
 */
public final class NotProducedHandler extends DefaultProductionExceptionHandler {

  private DeadLetters letters;

  @Override
  public void configure(Map<String, ?> configs) {
    super.configure(configs);
    letters = DeadLetters.in(configs);
  }

  @Override
  @SuppressWarnings("rawtypes") // As the interface has it.
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord unserialised,
      Exception exception,
      SerializationExceptionOrigin origin) {
    return Response.resume(
        letters.of(
            NOT_PRODUCED, context, context.sourceRawKey(), context.sourceRawValue(), exception));
  }
}
