package io.smswarden.streams.complaint;

import io.smswarden.filter.complaint.Complainant;
import io.smswarden.filter.complaint.Complainant.Finding;
import io.smswarden.filter.complaint.ComplainantModel;
import io.smswarden.schemas.ComplainantLog;
import io.smswarden.schemas.KnownComplaint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a subscriber complained of, and how reliably; immutable, of bounded size. */
record ComplainantHistory(Complainant known, int day, int replies, List<KnownComplaint> recent) {

  /** The same sender complained of again so soon after is the same complaint. */
  private static final Duration SAME_SENDER = Duration.ofDays(1);

  private static final int ROOM = 32;

  ComplainantHistory {
    recent = List.copyOf(recent);
  }

  static ComplainantHistory of(Optional<ComplainantLog> log) {
    return log.map(
            kept ->
                new ComplainantHistory(
                    new Complainant(
                        kept.getConfirmed(), kept.getRefuted(), kept.getVolume(), kept.getAsOf()),
                    kept.getRepliesDay(),
                    kept.getReplies(),
                    kept.getRecent()))
        .orElse(new ComplainantHistory(Complainant.NEW, 0, 0, List.of()));
  }

  ComplainantLog log() {
    return new ComplainantLog(
        known.confirmed(), known.refuted(), known.volume(), known.asOf(), day, replies, recent);
  }

  /** Whether the same was complained of before: the message, or its sender within a day. */
  boolean has(String sender, Optional<String> messageId, Instant at) {
    return recent.stream()
        .anyMatch(
            other ->
                messageId.filter(id -> id.equals(other.getMessageId())).isPresent()
                    || (sender.equals(other.getSender())
                        && Duration.between(other.getAt(), at).abs().compareTo(SAME_SENDER) < 0));
  }

  ComplainantHistory with(
      String sender,
      Optional<String> messageId,
      Finding finding,
      Instant at,
      ComplainantModel model) {
    List<KnownComplaint> more = new ArrayList<>(recent);
    more.add(new KnownComplaint(sender, messageId.orElse(null), at));
    return new ComplainantHistory(
        known.after(finding, at, model),
        day,
        replies,
        more.subList(Math.max(0, more.size() - ROOM), more.size()));
  }

  /** On a day; what is late counts for the latest day. */
  ComplainantHistory on(int newDay) {
    return newDay <= day ? this : new ComplainantHistory(known, newDay, 0, recent);
  }

  ComplainantHistory replied() {
    return new ComplainantHistory(known, day, replies + 1, recent);
  }
}
