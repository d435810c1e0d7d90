package io.smswarden.console.security;

import io.javalin.http.HttpStatus;
import io.smswarden.console.http.ProblemException;
import io.smswarden.console.topic.TopicWriter;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.AuditEntry;
import io.smswarden.schemas.ComplaintReply;
import io.smswarden.schemas.ComplaintReport;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.schemas.RuleSetRecord;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.SubscriberPreferences;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** The topics that the console writes and reads, in memory. */
public final class Cluster implements TopicWriter {

  public final ListLog<String, AuditEntry> audit = new ListLog<>();
  public final ListLog<Msisdn, ComplaintReport> reports = new ListLog<>();
  public final ListLog<Msisdn, ComplaintReply> replies = new ListLog<>();
  public final ListLog<Msisdn, Optional<SubscriberPreferences>> preferences = new ListLog<>();
  public final ListLog<Msisdn, SubscriberAlert> alerts = new ListLog<>();
  public final ListLog<String, Optional<RuleSetRecord>> rules = new ListLog<>();
  public final ListLog<SenderId, SmsEvent> events = new ListLog<>();
  public final ListLog<String, DeadLetter> deadLetters = new ListLog<>();

  /** Names of topics that were written to, each time. */
  public final List<String> written = new ArrayList<>();

  /** Values that were written to other topics than those above. */
  public final List<SpecificRecord> others = new ArrayList<>();

  private volatile boolean auditFails;

  /** From now on the audit log takes nothing. */
  public void failAudit() {
    auditFails = true;
  }

  @Override
  public synchronized <K, V extends SpecificRecord> void write(
      Topic<K, V> topic, K key, V value, Instant time) {
    if (auditFails && topic.equals(Topics.AUDIT)) {
      throw ProblemException.later(
          HttpStatus.SERVICE_UNAVAILABLE, "no audit log", Duration.ofSeconds(5));
    }
    written.add(topic.name());
    if (value instanceof AuditEntry entry) {
      audit.add(entry.getWho(), entry, time);
    } else if (value instanceof ComplaintReport report) {
      reports.add(new Msisdn(report.getComplainant()), report, time);
    } else if (value instanceof SubscriberPreferences set) {
      preferences.add(new Msisdn(set.getSubscriber()), Optional.of(set), time);
    } else if (value instanceof RuleSetRecord set) {
      rules.add(set.getName(), Optional.of(set), time);
    } else {
      others.add(value);
    }
  }

  @Override
  public synchronized <K> void delete(Topic<K, ?> topic, K key, Instant time) {
    written.add(topic.name());
    if (topic.equals(Topics.RULES)) {
      rules.add((String) key, Optional.empty(), time);
    }
  }

  /** What is in the audit log, an action a record. */
  public List<String> actions() {
    return audit.values().stream().map(AuditEntry::getAction).toList();
  }
}
