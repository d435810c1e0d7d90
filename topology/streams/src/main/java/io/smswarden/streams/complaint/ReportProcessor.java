package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.complaint.InboxMessage;
import io.smswarden.filter.complaint.Report;
import io.smswarden.filter.complaint.ReportText;
import io.smswarden.filter.complaint.Target;
import io.smswarden.filter.complaint.TextPrint;
import io.smswarden.filter.complaint.TextPrinter;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.ComplainantLog;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.InboxEntry;
import io.smswarden.schemas.OpenReport;
import io.smswarden.schemas.ReportChannel;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.Stores;
import io.smswarden.streams.subscriber.Languages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Finds out which message a report means, and asks for the sender when nobody can tell. A report
 * that comes before its message is asked about as well; the message then answers the question
 * itself when it comes. So nothing waits for a clock.
 */
final class ReportProcessor extends ContextualProcessor<Msisdn, Received, Msisdn, Handled> {

  /** Where numbers are of no country, a number without a country code is of this one. */
  private static final String NOWHERE = "ZZ";

  private final PipelineSettings.Complaints settings;
  private final TextPrinter printer = new TextPrinter();
  private Inbox inbox;
  private Dialogue dialogue;
  private Complainants complainants;
  private TimestampedKeyValueStore<Msisdn, SubscriberPreferences> preferences;

  ReportProcessor(PipelineSettings.Complaints settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<Msisdn, Handled> context) {
    super.init(context);
    inbox = new Inbox(context.getStateStore(Stores.COMPLAINT_INBOX), settings.inbox());
    dialogue = new Dialogue(context.getStateStore(Stores.COMPLAINT_DIALOGUE), settings.answer());
    complainants = new Complainants(context.getStateStore(Stores.COMPLAINANTS));
    preferences = context.getStateStore(Stores.PREFERENCES);
  }

  @Override
  public void process(Record<Msisdn, Received> message) {
    Msisdn subscriber = message.key();
    if (message.value() instanceof Received.Report received) {
      atDesk(message, desk -> report(desk, received.report()));
    } else if (message.value() instanceof Received.Message received) {
      InboxEntry entry = received.entry();
      inbox.add(subscriber, entry);
      List<OpenReport> waiting = waitingFor(subscriber, entry.getEventTime());
      if (!waiting.isEmpty()) {
        atDesk(message, desk -> answeredBy(desk, waiting, entry));
      }
    }
  }

  /** Of reports that came before their message: those that may mean a message of that time. */
  private List<OpenReport> waitingFor(Msisdn subscriber, Instant sent) {
    return dialogue.between(subscriber, sent.minus(Inbox.CLOCKS), sent.plus(settings.inbox()));
  }

  private void atDesk(Record<Msisdn, Received> message, Consumer<Desk> work) {
    Msisdn subscriber = message.key();
    Optional<ComplainantLog> before = complainants.of(subscriber);
    Desk desk = new Desk(subscriber, language(subscriber), ComplainantHistory.of(before), settings);
    work.accept(desk);
    if (desk.changed()) {
      complainants.replace(subscriber, before, desk.history().log());
      context().forward(message.withValue(desk.handled()));
    }
  }

  private void report(Desk desk, ComplaintReport report) {
    String region = desk.subscriber().region().orElse(NOWHERE);
    Instant at = report.getReportedAt();
    ReportText text = ReportText.read(report.getText() == null ? "" : report.getText());
    Optional<SenderId> named =
        Optional.ofNullable(report.getSender()).flatMap(raw -> SenderId.parse(raw, region));
    boolean written =
        report.getChannel() == ReportChannel.SHORT_CODE
            && named.isEmpty()
            && report.getMessageId() == null;
    Optional<OpenReport> asked =
        written ? dialogue.before(desk.subscriber(), at).stream().findFirst() : Optional.empty();
    Optional<SenderId> answer = asked.flatMap(open -> text.answer(region));
    if (asked.isPresent() && answer.isPresent()) {
      answered(desk, asked.get(), answer.get(), at);
      return;
    }
    OpenReport open = open(report, text);
    Report known =
        new Report(
            Optional.ofNullable(report.getMessageId()),
            named.or(() -> text.namedSender(region)),
            Optional.ofNullable(open.getPrint()).map(Prints::read));
    Target target = target(known, text.number(region), inbox.before(desk.subscriber(), at));
    if (!(target instanceof Target.Unknown)) {
      desk.complain(open, target, at);
    } else if (known.empty() || (asked.isPresent() && text.remark())) {
      desk.notUnderstood(open, at);
    } else if (dialogue.open(desk.subscriber(), open)) {
      desk.ask(open, at);
    }
  }

  /** Digits alone are a message that says no more, or else a sender. */
  private static Target target(Report report, Optional<SenderId> digits, List<InboxMessage> inbox) {
    Target target = report.among(inbox);
    return target instanceof Target.Unknown && digits.isPresent()
        ? new Report(Optional.empty(), digits, Optional.empty()).among(inbox)
        : target;
  }

  /** The latest question is the one that is answered. */
  private void answered(Desk desk, OpenReport open, SenderId sender, Instant at) {
    Report known =
        new Report(
            Optional.ofNullable(open.getMessageId()),
            Optional.of(sender),
            Optional.ofNullable(open.getPrint()).map(Prints::read));
    dialogue.close(desk.subscriber(), open);
    desk.complain(open, known.among(inbox.before(desk.subscriber(), open.getReportedAt())), at);
  }

  /** A message that was reported before it was known here is no question any more. */
  private void answeredBy(Desk desk, List<OpenReport> waiting, InboxEntry entry) {
    for (OpenReport open : waiting) {
      Report known =
          new Report(
              Optional.ofNullable(open.getMessageId()),
              Optional.empty(),
              Optional.ofNullable(open.getPrint()).map(Prints::read));
      Target target = known.among(List.of(Inbox.message(entry)));
      if (target instanceof Target.Message) {
        dialogue.close(desk.subscriber(), open);
        desk.complain(open, target, open.getReportedAt());
      }
    }
  }

  private OpenReport open(ComplaintReport report, ReportText text) {
    TextPrint print = printer.of(text.body());
    return new OpenReport(
        report.getId(),
        report.getChannel(),
        print.blank() ? null : Prints.written(print),
        report.getMessageId(),
        report.getCategory(),
        report.getReportedAt());
  }

  private AlertLanguage language(Msisdn subscriber) {
    return Languages.of(
        subscriber, Optional.ofNullable(preferences.get(subscriber)).map(ValueAndTimestamp::value));
  }
}
