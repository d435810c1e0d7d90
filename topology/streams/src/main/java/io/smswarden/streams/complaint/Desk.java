package io.smswarden.streams.complaint;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.complaint.Complainant.Finding;
import io.smswarden.filter.complaint.InboxMessage;
import io.smswarden.filter.complaint.ReplyText;
import io.smswarden.filter.complaint.Target;
import io.smswarden.schemas.AlertLanguage;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.OpenReport;
import io.smswarden.schemas.ReplyKind;
import io.smswarden.streams.PipelineSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what one subscriber reports, thanks for it, and remembers it. */
final class Desk {

  private final Msisdn subscriber;
  private final AlertLanguage language;
  private final PipelineSettings.Complaints settings;
  private final List<Complaint> complaints = new ArrayList<>();
  private final List<ComplaintReply> replies = new ArrayList<>();
  private ComplainantHistory history;
  private boolean changed;

  Desk(
      Msisdn subscriber,
      AlertLanguage language,
      ComplainantHistory history,
      PipelineSettings.Complaints settings) {
    this.subscriber = subscriber;
    this.language = language;
    this.history = history;
    this.settings = settings;
  }

  Msisdn subscriber() {
    return subscriber;
  }

  ComplainantHistory history() {
    return history;
  }

  boolean changed() {
    return changed;
  }

  Handled handled() {
    return new Handled(complaints, replies);
  }

  /**
   * Takes a complaint, once.
   *
   * @param target the message or sender that is meant
   * @param at when it was known
   */
  void complain(OpenReport report, Target target, Instant at) {
    if (target instanceof Target.Message found) {
      InboxMessage message = found.message();
      Finding finding = message.flagged() ? Finding.FLAGGED : Finding.ALLOWED;
      complain(
          report, message.sender(), Optional.of(message.id()), message.campaign(), finding, at);
    } else if (target instanceof Target.Sender named) {
      complain(report, named.sender(), named.messageId(), Optional.empty(), Finding.UNKNOWN, at);
    }
  }

  private void complain(
      OpenReport report,
      SenderId sender,
      Optional<String> messageId,
      Optional<String> campaign,
      Finding finding,
      Instant at) {
    Instant reported = report.getReportedAt();
    if (history.has(sender.value(), messageId, reported)) {
      reply(report, ReplyKind.ALREADY_KNOWN, ReplyText.alreadyKnown(sender), at);
      return;
    }
    complaints.add(
        Complaint.newBuilder()
            .setId(report.getId())
            .setSender(sender.value())
            .setComplainant(subscriber.value())
            .setMessageId(messageId.orElse(null))
            .setCategory(report.getCategory())
            .setComplainedAt(reported)
            .setWeight(history.known().weight(settings.model(), reported))
            .setCampaign(campaign.orElse(null))
            .build());
    history = history.with(sender.value(), messageId, finding, reported, settings.model());
    reply(report, ReplyKind.THANKS, ReplyText.thanks(sender), at);
  }

  void ask(OpenReport report, Instant at) {
    reply(report, ReplyKind.ASK_SENDER, ReplyText.askSender(settings.answer()), at);
  }

  void notUnderstood(OpenReport report, Instant at) {
    reply(report, ReplyKind.NOT_UNDERSTOOD, ReplyText.notUnderstood(), at);
  }

  private void reply(OpenReport report, ReplyKind kind, ReplyText text, Instant at) {
    changed = true;
    history = history.on((int) Duration.between(Instant.EPOCH, at).toDays());
    if (history.replies() >= settings.dailyReplies()) {
      return;
    }
    history = history.replied();
    replies.add(
        ComplaintReply.newBuilder()
            .setRecipient(subscriber.value())
            .setKind(kind)
            .setTextZh(text.zh())
            .setTextEn(text.en())
            .setLanguage(language)
            .setChannel(report.getChannel())
            .setInReplyTo(report.getId())
            .setTime(at)
            .build());
  }
}
