package io.smswarden.streams.deadletter;

import static io.smswarden.schemas.DeadLetterReason.PROCESSING_FAILED;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** A record that fails in processing becomes a dead letter and the stream goes on. */
public final class ProcessingFailedHandler implements ProcessingExceptionHandler {

  private DeadLetters letters;

  @Override
  public void configure(Map<String, ?> configs) {
    letters = DeadLetters.in(configs);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> failed, Exception exception) {
    return Response.resume(
        letters.of(
            PROCESSING_FAILED,
            context,
            context.sourceRawKey(),
            context.sourceRawValue(),
            exception));
  }
}
