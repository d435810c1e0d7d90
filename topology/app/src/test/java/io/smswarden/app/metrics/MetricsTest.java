package io.smswarden.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final Metrics metrics = new Metrics(InstantSource.fixed(NOW));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void everyMeterIsThereFromTheStartAtZero() {
    assertThat(metrics.scrape().lines())
        .contains(
            "smswarden_messages_total 0.0",
            "smswarden_verdicts_total{action=\"BLOCK\",category=\"FRAUD\"} 0.0",
            "smswarden_score_bucket{le=\"0.99\"} 0",
            "smswarden_latency_seconds_bucket{le=\"0.005\"} 0",
            "smswarden_latency_seconds_bucket{le=\"10.0\"} 0",
            "smswarden_dead_letters_total{reason=\"UNREADABLE\",topic=\"sms.events\"} 0.0")
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"))
        .anyMatch(line -> line.startsWith("process_uptime_seconds"));
  }

  @Test
  void aVerdictCountsByCategoryActionScoreAndLatency() {
    metrics.pipeline().judged(verdict(Category.FRAUD, Action.WARN, 0.97, NOW.minusMillis(30)));
    assertThat(metrics.scrape().lines())
        .contains(
            "smswarden_messages_total 1.0",
            "smswarden_verdicts_total{action=\"WARN\",category=\"FRAUD\"} 1.0",
            "smswarden_verdicts_total{action=\"BLOCK\",category=\"FRAUD\"} 0.0",
            "smswarden_score_bucket{le=\"0.95\"} 0",
            "smswarden_score_bucket{le=\"0.99\"} 1",
            "smswarden_latency_seconds_bucket{le=\"0.02\"} 0",
            "smswarden_latency_seconds_bucket{le=\"0.05\"} 1",
            "smswarden_latency_seconds_sum 0.03");
  }

  @Test
  void anIngressWhoseClockIsAheadHasNoLatency() {
    metrics.pipeline().judged(verdict(Category.NORMAL, Action.ALLOW, 0.0, NOW.plusSeconds(5)));
    assertThat(metrics.scrape().lines())
        .contains("smswarden_latency_seconds_bucket{le=\"0.005\"} 1");
  }

  @Test
  void deadLettersCountByReasonAndOriginAndUnknownOriginsTogether() {
    metrics.pipeline().deadLetter(DeadLetterReason.UNREADABLE, Topics.COMPLAINTS.name());
    metrics.pipeline().deadLetter(DeadLetterReason.NOT_PRODUCED, "smswarden-x-repartition");
    metrics.pipeline().deadLetter(DeadLetterReason.NOT_PRODUCED, "another");
    assertThat(metrics.scrape().lines())
        .contains(
            "smswarden_dead_letters_total{reason=\"UNREADABLE\",topic=\"complaints\"} 1.0",
            "smswarden_dead_letters_total{reason=\"NOT_PRODUCED\",topic=\"internal\"} 2.0");
  }

  private static Verdict verdict(Category category, Action action, double score, Instant received) {
    return Verdict.newBuilder()
        .setMessageId("m")
        .setSender("s")
        .setEventTime(received)
        .setReceivedTime(received)
        .setScore(score)
        .setCategory(category)
        .setAction(action)
        .setSignals(List.of())
        .setVersions(new Versions("m", "s", ""))
        .build();
  }
}
