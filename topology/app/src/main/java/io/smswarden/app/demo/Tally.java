package io.smswarden.app.demo;

import io.smswarden.schemas.Action;
import io.smswarden.schemas.AlertKind;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.EvidenceRecord;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What the topics hold, counted record by record as a reader of committed records sees them. One
 * thread writes, others read.
 */
final class Tally {

  private static final int SIGNIFICANT_DIGITS = 3;

  private final Instant since;
  private final IdSet events = new IdSet();
  private final IdSet verdicts = new IdSet();
  private final IdSet flagged = new IdSet();
  private final IdSet warnings = new IdSet();
  private final IdSet alerts = new IdSet();
  private final IdSet evidence = new IdSet();
  private long digested;
  private final Map<Category, Map<Action, Long>> byCategory = new EnumMap<>(Category.class);
  private final Map<String, SenderReputation> reputations = new HashMap<>();
  private final Histogram latencyMillis = new Histogram(SIGNIFICANT_DIGITS);
  private long repeated;
  private long unreadableEvents;
  private long complaints;
  private long deadLetters;
  private long deadEvents;
  private long unreadable;
  private Instant lastVerdict;

  /** A count that measures the latency of messages received since a time. */
  Tally(Instant since) {
    this.since = since;
    this.lastVerdict = since;
  }

  synchronized void event(SmsEvent event) {
    repeated += events.add(event.getId()) ? 0 : 1;
  }

  synchronized void unreadable(String topic) {
    if (topic.equals(Topics.EVENTS.name())) {
      unreadableEvents++;
    } else if (!topic.equals(Topics.COMPLAINTS.name()) && !topic.equals(Topics.PROFILES.name())) {
      unreadable++;
    }
  }

  synchronized void verdict(Verdict verdict, Instant seen) {
    repeated += verdicts.add(verdict.getMessageId()) ? 0 : 1;
    if (verdict.getAction() != Action.ALLOW) {
      flagged.add(verdict.getMessageId());
    }
    byCategory
        .computeIfAbsent(verdict.getCategory(), category -> new EnumMap<>(Action.class))
        .merge(verdict.getAction(), 1L, Long::sum);
    if (!verdict.getReceivedTime().isBefore(since)) {
      lastVerdict = seen;
      latencyMillis.recordValue(
          Math.max(0, seen.toEpochMilli() - verdict.getReceivedTime().toEpochMilli()));
    }
  }

  synchronized void warning(Warning warning) {
    repeated += warnings.add(warning.getVerdict().getMessageId()) ? 0 : 1;
  }

  synchronized void alert(SubscriberAlert alert) {
    if (alert.getKind() == AlertKind.DIGEST) {
      alert.getHeld().forEach(held -> digested += held.getMessages());
    } else {
      repeated += alerts.add(alert.getMessageId()) ? 0 : 1;
    }
  }

  synchronized void evidence(EvidenceRecord kept) {
    repeated += evidence.add(kept.getVerdict().getMessageId()) ? 0 : 1;
  }

  synchronized void complaint() {
    complaints++;
  }

  synchronized void deadLetter(DeadLetter letter) {
    deadLetters++;
    if (letter.getOriginTopic().equals(Topics.EVENTS.name())) {
      deadEvents++;
    }
  }

  synchronized void reputation(SenderReputation reputation) {
    reputations.put(reputation.getSender(), reputation);
  }

  /** Messages in {@code sms.events}, those that can't be read among them. */
  synchronized long messages() {
    return events.size() + unreadableEvents;
  }

  /** Messages that have their verdict, or lie with the dead letters. */
  synchronized long settled() {
    return verdicts.size() + deadEvents;
  }

  /** Messages without a verdict so far. */
  synchronized long inFlight() {
    return messages() - settled();
  }

  synchronized long complaints() {
    return complaints;
  }

  /** What was counted so far. */
  synchronized Counts counts() {
    Map<Category, Map<Action, Long>> copy = new EnumMap<>(Category.class);
    byCategory.forEach((category, actions) -> copy.put(category, Map.copyOf(actions)));
    return new Counts(
        messages(),
        verdicts.size(),
        Map.copyOf(copy),
        warnings.size(),
        alerts.size(),
        evidence.size(),
        complaints,
        deadLetters);
  }

  /** Latency of the messages received by this run, in milliseconds. */
  synchronized Histogram latencyMillis() {
    return latencyMillis.copy();
  }

  /** When the last verdict of this run was seen. */
  synchronized Instant lastVerdict() {
    return lastVerdict;
  }

  /**
   * The senders with the highest suspicion, among equals those with the most flagged messages. Whom
   * the registry vouches for is left out: a shop that only advertises is known by name.
   */
  synchronized List<SenderReputation> mostSuspicious(int some) {
    return reputations.values().stream()
        .filter(reputation -> !reputation.getVerified())
        .filter(reputation -> reputation.getFlagged() + reputation.getComplaints() > 0)
        .sorted(
            Comparator.comparingDouble(SenderReputation::getSuspicion)
                .thenComparingLong(SenderReputation::getFlagged)
                .thenComparingLong(SenderReputation::getComplaints)
                .reversed()
                .thenComparing(SenderReputation::getSender))
        .limit(some)
        .toList();
  }

  /** How many of some messages were flagged. */
  synchronized long flaggedOf(IdSet ids) {
    return flagged.common(ids);
  }

  /** Whether the topics agree with each other, once everything is read. */
  synchronized List<Mismatch> mismatches() {
    long alerting =
        byCategory.entrySet().stream()
            .filter(entry -> alerts(entry.getKey()))
            .flatMap(entry -> entry.getValue().entrySet().stream())
            .filter(entry -> entry.getKey() != Action.ALLOW)
            .mapToLong(Map.Entry::getValue)
            .sum();
    long unjudged = events.without(verdicts).count() + unreadableEvents - deadEvents;
    return List.of(
            new Mismatch(Fault.UNJUDGED, unjudged),
            new Mismatch(Fault.STRAY_VERDICTS, verdicts.without(events).count()),
            new Mismatch(Fault.REPEATED, repeated),
            new Mismatch(Fault.UNWARNED, flagged.without(warnings).count()),
            new Mismatch(Fault.STRAY_WARNINGS, warnings.without(flagged).count()),
            new Mismatch(Fault.UNKEPT, warnings.without(evidence).count()),
            new Mismatch(Fault.STRAY_EVIDENCE, evidence.without(warnings).count()),
            new Mismatch(Fault.STRAY_ALERTS, alerts.without(warnings).count()),
            new Mismatch(Fault.ALERTS, strayAlerts(alerting)),
            new Mismatch(Fault.UNREADABLE, unreadable))
        .stream()
        .filter(mismatch -> mismatch.count() != 0)
        .toList();
  }

  /** One sender is told of once, the rest waits for digests: only too many and none are wrong. */
  private long strayAlerts(long alerting) {
    long told = alerts.size() + digested;
    return told == 0 ? alerting : Math.min(0, alerting - told);
  }

  private static boolean alerts(Category category) {
    return category != Category.UNKNOWN
        && io.smswarden.filter.verdict.Category.valueOf(category.name()).alerts();
  }

  /** What must not be; see the texts {@code fault.*}. */
  enum Fault {
    UNJUDGED,
    STRAY_VERDICTS,
    REPEATED,
    UNWARNED,
    STRAY_WARNINGS,
    UNKEPT,
    STRAY_EVIDENCE,
    STRAY_ALERTS,
    ALERTS,
    UNREADABLE
  }

  /**
   * Something that must not be.
   *
   * @param count how often; for {@link Fault#ALERTS} how many are missing, or below 0 too many
   */
  record Mismatch(Fault fault, long count) {}
}
