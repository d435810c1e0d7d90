package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.complaint.TextPrinter;
import io.smswarden.schemas.InboxEntry;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.score.Judged;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Takes from a message what a report of it is linked by. */
final class InboxEntryProcessor extends ContextualFixedKeyProcessor<Msisdn, Judged, InboxEntry> {

  private final TextPrinter printer = new TextPrinter();

  @Override
  public void process(FixedKeyRecord<Msisdn, Judged> message) {
    Judged judged = message.value();
    SmsEvent event = judged.event();
    context()
        .forward(
            message.withValue(
                new InboxEntry(
                    event.getId(),
                    event.getSender(),
                    Prints.written(printer.of(event.getText())),
                    judged.flagged(),
                    null,
                    event.getEventTime())));
  }
}
