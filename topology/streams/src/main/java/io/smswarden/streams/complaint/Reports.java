package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.ComplainantLog;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.InboxEntries;
import io.smswarden.schemas.InboxEntry;
import io.smswarden.schemas.OpenReports;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.PipelineSettings.Complaints.Link;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.score.Judged;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Makes complaints of what subscribers report. Beside each subscriber's reports stand the messages
 * that the subscriber got lately, by prints of their texts: those that the settings say are
 * repartitioned, without their text.
 */
public final class Reports {

  private final PipelineSettings.Complaints settings;

  /** Reports as an operator wants them handled. */
  public Reports(PipelineSettings.Complaints settings) {
    this.settings = settings;
  }

  /** Of messages, those to a short code, as reports by subscriber. */
  public KStream<Msisdn, ComplaintReport> forwarded(KStream<SenderId, SmsEvent> events) {
    return events
        .filter((sender, event) -> toShortCode(event), Named.as("to-short-code"))
        .map(
            (sender, event) -> KeyValue.pair(new Msisdn(sender.value()), forwarded(event)),
            Named.as("forwarded-report"));
  }

  /** The other messages: whoever forwards fraud to the short code doesn't commit it. */
  public KStream<SenderId, SmsEvent> others(KStream<SenderId, SmsEvent> events) {
    return events.filterNot((sender, event) -> toShortCode(event), Named.as("to-people"));
  }

  /** A sender that is no subscriber is judged whatever it writes to. */
  private boolean toShortCode(SmsEvent event) {
    return settings.shortCodes().contains(event.getRecipient())
        && event.getSender().startsWith("+");
  }

  private static ComplaintReport forwarded(SmsEvent event) {
    return ComplaintReport.newBuilder()
        .setId(event.getId())
        .setComplainant(event.getSender())
        .setChannel(ReportChannel.SHORT_CODE)
        .setText(event.getText())
        .setReportedAt(event.getEventTime())
        .build();
  }

  /** What comes of the reports. */
  public KStream<Msisdn, Handled> handled(
      StreamsBuilder builder,
      KStream<SenderId, Judged> judged,
      KStream<Msisdn, ComplaintReport> reports) {
    builder.addStateStore(
        store(Stores.COMPLAINT_INBOX, settings.inbox().plus(Inbox.CLOCKS), InboxEntries.class));
    builder.addStateStore(store(Stores.COMPLAINT_DIALOGUE, settings.answer(), OpenReports.class));
    builder.addStateStore(
        store(Stores.COMPLAINANTS, settings.model().memory(), ComplainantLog.class));
    return received(judged, reports)
        .process(
            () -> new ReportProcessor(settings),
            Named.as("report"),
            Stores.COMPLAINT_INBOX,
            Stores.COMPLAINT_DIALOGUE,
            Stores.COMPLAINANTS,
            Stores.PREFERENCES);
  }

  /** The complaints, by sender. */
  public static KStream<SenderId, Complaint> complaints(KStream<Msisdn, Handled> handled) {
    return handled.flatMap(
        (subscriber, what) ->
            what.complaints().stream()
                .map(complaint -> KeyValue.pair(new SenderId(complaint.getSender()), complaint))
                .toList(),
        Named.as("complaint-by-sender"));
  }

  /** The replies, by subscriber. */
  public static KStream<Msisdn, ComplaintReply> replies(KStream<Msisdn, Handled> handled) {
    return handled.flatMapValues(Handled::replies, Named.as("reply"));
  }

  private KStream<Msisdn, Received> received(
      KStream<SenderId, Judged> judged, KStream<Msisdn, ComplaintReport> reports) {
    KStream<Msisdn, Received> reported =
        reports.mapValues(report -> new Received.Report(report), Named.as("received-report"));
    return settings.link() == Link.NONE
        ? reported
        : reported.merge(messages(judged), Named.as("received"));
  }

  private KStream<Msisdn, Received> messages(KStream<SenderId, Judged> judged) {
    boolean all = settings.link() == Link.ALL;
    return judged
        .filter((sender, message) -> all || message.flagged(), Named.as("may-be-reported"))
        .selectKey(
            (sender, message) -> new Msisdn(message.event().getRecipient()),
            Named.as("message-by-subscriber"))
        .processValues(InboxEntryProcessor::new, Named.as("inbox-entry"))
        .repartition(
            Repartitioned.with(TopicKey.SUBSCRIBER.serde(), TopicSerdes.stored(InboxEntry.class))
                .withName("inbox-entries"))
        .mapValues(entry -> new Received.Message(entry), Named.as("received-message"));
  }

  private static <V extends SpecificRecord> StoreBuilder<WindowStore<Msisdn, V>> store(
      String name, Duration retention, Class<V> type) {
    return org.apache.kafka.streams.state.Stores.windowStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentWindowStore(
                name,
                retention,
                // An entry is of one millisecond; the store demands a window.
                Duration.ofMillis(1),
                false),
            TopicKey.SUBSCRIBER.serde(),
            TopicSerdes.stored(type))
        .withLoggingEnabled(Map.of());
  }
}
