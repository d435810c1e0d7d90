package io.smswarden.console.openapi;

import io.smswarden.console.feed.FilledLog;
import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.CampaignState;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.OverrideStanding;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.SubscriberAlert;
import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.schemas.Warning;
import io.smswarden.schemas.WindowSize;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** One of each record. */
final class Seen {

  static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  static final String SENDER = "+8613900139000";
  static final String RESTORED = "+8613900139003";
  static final String RECIPIENT = "+8613800138000";
  static final String TEXT = "您尾号8842的账户异常，请点击 a.example 核实身份证号";

  private Seen() {}

  static void fill(
      FilledLog<SenderId, Warning> warnings,
      FilledLog<SenderId, Complaint> complaints,
      FilledLog<Msisdn, SubscriberAlert> alerts,
      FilledLog<String, SenderAnomaly> anomalies,
      FilledLog<String, TopSenders> top) {
    SenderId sender = new SenderId(SENDER);
    warnings.add(0, sender, warning("m-1"), NOON.minusSeconds(60));
    complaints.add(
        0,
        sender,
        new Complaint("c-1", SENDER, RECIPIENT, "m-1", Category.FRAUD, NOON, 1.0, "c-1"),
        NOON.minusSeconds(50));
    warnings.add(0, sender, warning("m-2"), NOON.minusSeconds(40));
    warnings.add(0, new SenderId("+8613900139001"), other(), NOON.minusSeconds(30));
    alerts.add(0, new Msisdn(RECIPIENT), alert(), NOON);
    anomalies.add(
        0, SENDER + "@x", new SenderAnomaly(SENDER, NOON, 9L, 0.5, 1e-9), NOON.minusSeconds(45));
    TopSender known = new TopSender(SENDER, 0.9, 10L, 9L, 3L, null, NOON);
    TopSender restored = new TopSender(RESTORED, 0.8, 10L, 9L, 0L, "示例公司", NOON);
    top.add(0, "ALL", new TopSenders(NOON, List.of(known, restored)), NOON);
  }

  static Warning warning(String id) {
    return new Warning(verdict(id, SENDER), RECIPIENT, TEXT, null, false);
  }

  private static Warning other() {
    return new Warning(verdict("m-3", "+8613900139001"), RECIPIENT, TEXT, "示例公司", true);
  }

  private static Verdict verdict(String id, String sender) {
    return Verdict.newBuilder()
        .setMessageId(id)
        .setSender(sender)
        .setEventTime(NOON.minusSeconds(60))
        .setReceivedTime(NOON)
        .setScore(0.98)
        .setCategory(Category.FRAUD)
        .setAction(Action.BLOCK)
        .setModelLogit(2.5)
        .setSignals(List.of(new FiredSignal("PII_ID", 1.0, 2.0, 3, 5, "索取身份证号", "asks for an ID")))
        .setVersions(new Versions("m", "s", ""))
        .setCampaign("c-1")
        .build();
  }

  private static SubscriberAlert alert() {
    return SubscriberAlert.newBuilder()
        .setMessageId("m-1")
        .setRecipient(RECIPIENT)
        .setSender(SENDER)
        .setCategory(Category.FRAUD)
        .setAction(Action.WARN)
        .setScore(0.98)
        .setAdviceZh("请勿点击")
        .setAdviceEn("do not open it")
        .setEventTime(NOON)
        .build();
  }

  static SenderReputation reputation() {
    return SenderReputation.newBuilder()
        .setSender(SENDER)
        .setMessages(10)
        .setFlagged(9)
        .setComplaints(3)
        .setFirstSeen(NOON.minus(Duration.ofDays(40)))
        .setLastSeen(NOON)
        .setSuspicion(0.9)
        .setSuspicionLower(0.8)
        .setSuspicionUpper(0.95)
        .setRecentFlagged(9)
        .setRecentAllowed(1)
        .setRecentComplaints(3)
        .setAsOf(NOON)
        .setOverride(
            new SenderOverride(
                SENDER, OverrideStanding.SUSPICIOUS, "lin", "冒充银行", NOON.minusSeconds(42), null))
        .build();
  }

  static ComplaintStats stats(StatsDimension dimension, String subject, WindowSize size) {
    Instant start = NOON.truncatedTo(size == WindowSize.HOUR ? ChronoUnit.HOURS : ChronoUnit.DAYS);
    return new ComplaintStats(
        dimension,
        subject,
        size,
        start,
        start.plus(size == WindowSize.HOUR ? Duration.ofHours(1) : Duration.ofDays(1)),
        Map.of("FRAUD", 7L),
        Map.of("FRAUD", 2L));
  }

  static Campaign campaign() {
    return new Campaign(
        "c-1",
        "您尾号****的账户异常",
        Category.FRAUD,
        CampaignState.WARNED,
        12L,
        300L,
        340L,
        330L,
        8.5,
        0.97,
        NOON.minusSeconds(3600),
        NOON,
        ByteBuffer.allocate(64));
  }
}
