package io.smswarden.console.sender;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smswarden.console.feed.Backwards;
import io.smswarden.console.feed.Entry;
import io.smswarden.console.feed.KeyPartition;
import io.smswarden.console.feed.TopicLog;
import io.smswarden.console.http.Json;
import io.smswarden.console.http.Paging;
import io.smswarden.console.view.RecordView;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What happened with one sender, newest first, of several topics. */
final class Timeline {

  /** Records that are looked at for one part, of all topics together. */
  private static final long LOOKS = 20_000;

  private final TopicLog<SenderId, Warning> warnings;
  private final TopicLog<SenderId, Complaint> complaints;
  private final TopicLog<String, SenderAnomaly> anomalies;

  Timeline(
      TopicLog<SenderId, Warning> warnings,
      TopicLog<SenderId, Complaint> complaints,
      TopicLog<String, SenderAnomaly> anomalies) {
    this.warnings = warnings;
    this.complaints = complaints;
    this.anomalies = anomalies;
  }

  /** The sender's records of one topic, newest first. */
  private static final class Source<V> {
    private final Backwards<?, V> backwards;
    private final Predicate<Entry<?, V>> ofSender;
    private final BiFunction<Entry<?, V>, RecordView, ObjectNode> item;

    private Source(
        Backwards<?, V> backwards,
        Predicate<Entry<?, V>> ofSender,
        BiFunction<Entry<?, V>, RecordView, ObjectNode> item) {
      this.backwards = backwards;
      this.ofSender = ofSender;
      this.item = item;
    }

    /** Leaves out those of other senders; empty when there are none any more. */
    private Optional<Instant> time() {
      while (backwards.examined() < LOOKS) {
        Optional<? extends Entry<?, V>> next = backwards.peek();
        if (next.isEmpty() || ofSender.test(next.get())) {
          return next.map(Entry::time);
        }
        backwards.next();
      }
      return Optional.empty();
    }

    private ObjectNode next(RecordView view) {
      return item.apply(backwards.next().orElseThrow(), view);
    }

    private boolean more() {
      return backwards.peek().isPresent();
    }
  }

  /**
   * A part of the timeline.
   *
   * @param override what the staff decided of the sender; null for nothing
   */
  ObjectNode part(SenderId sender, SenderOverride override, Paging paging, RecordView view) {
    List<String> places =
        paging.cursor().map(cursor -> List.of(cursor.split("~", -1))).orElse(List.of());
    if (!places.isEmpty() && places.size() != 4) {
      throw Paging.badCursor();
    }
    List<Source<?>> sources = sources(sender, places);
    // The one decision that is known is told in the part that its time falls into.
    boolean pending = override != null && (places.isEmpty() || places.get(3).equals("decision"));
    List<ObjectNode> items = new ArrayList<>();
    while (items.size() < paging.limit()) {
      Optional<Source<?>> newest = newest(sources);
      boolean decision =
          pending
              && newest
                  .flatMap(Source::time)
                  .map(time -> time.isBefore(override.getFrom()))
                  .orElse(true);
      if (decision) {
        items.add(decision(override));
        pending = false;
      } else if (newest.isPresent()) {
        items.add(newest.get().next(view));
      } else {
        break;
      }
    }
    boolean more = pending || sources.stream().anyMatch(Source::more);
    String place =
        String.join("~", sources.stream().map(source -> source.backwards.place()).toList());
    return Paging.list(
        items, more ? Optional.of(place + "~" + (pending ? "decision" : "")) : Optional.empty());
  }

  private List<Source<?>> sources(SenderId sender, List<String> places) {
    return List.of(
        new Source<>(
            Backwards.from(
                warnings,
                places.stream().findFirst(),
                Optional.of(KeyPartition.of(sender.value(), warnings)),
                Optional.empty()),
            entry -> sender.equals(entry.key()),
            Timeline::warning),
        new Source<>(
            Backwards.from(
                complaints,
                places.stream().skip(1).findFirst(),
                Optional.of(KeyPartition.of(sender.value(), complaints)),
                Optional.empty()),
            entry -> sender.equals(entry.key()),
            Timeline::complaint),
        new Source<>(
            Backwards.from(
                anomalies, places.stream().skip(2).findFirst(), Optional.empty(), Optional.empty()),
            entry -> sender.value().equals(entry.value().getSender()),
            Timeline::anomaly));
  }

  private static Optional<Source<?>> newest(List<Source<?>> sources) {
    return sources.stream()
        .filter(source -> source.time().isPresent())
        .max(Comparator.comparing(source -> source.time().orElse(Instant.MIN)));
  }

  private static ObjectNode warning(Entry<?, Warning> entry, RecordView view) {
    Warning warning = entry.value();
    Verdict verdict = warning.getVerdict();
    ObjectNode item =
        item(verdict.getEventTime(), "WARNING")
            .put("category", verdict.getCategory().name())
            .put("action", verdict.getAction().name())
            .put("score", verdict.getScore())
            .put("text", warning.getText())
            .put("recipient", warning.getRecipient())
            .put("messageId", verdict.getMessageId());
    return view.show(item, verdict.getMessageId());
  }

  private static ObjectNode complaint(Entry<?, Complaint> entry, RecordView view) {
    Complaint complaint = entry.value();
    ObjectNode item =
        item(complaint.getComplainedAt(), "COMPLAINT")
            .put("category", complaint.getCategory().name())
            .put("complainant", complaint.getComplainant())
            .put("messageId", complaint.getMessageId());
    return view.show(item, complaint.getId());
  }

  private static ObjectNode anomaly(Entry<?, SenderAnomaly> entry, RecordView view) {
    SenderAnomaly anomaly = entry.value();
    return item(anomaly.getHourStart(), "ANOMALY")
        .put("complaints", anomaly.getComplaints())
        .put("expected", anomaly.getExpected());
  }

  private static ObjectNode decision(SenderOverride override) {
    return item(override.getFrom(), "OVERRIDE")
        .put("standing", override.getStanding().name())
        .put("author", override.getAuthor())
        .put("reason", override.getReason());
  }

  private static ObjectNode item(Instant at, String kind) {
    return Json.object().put("at", at.toString()).put("kind", kind);
  }
}
