package io.smswarden.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.smswarden.filter.rule.RuleMode;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.streams.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  @Test
  void rulesAreCountedByCodeAndModeFromZeroOnWhileTheyAreInForce() {
    metrics
        .pipeline()
        .rulesInForce("v", Map.of("ON_TRIAL", RuleMode.SHADOW, "IN_FORCE", RuleMode.FORCE));
    metrics.pipeline().judged(fired("ON_TRIAL", "SOME_SIGNAL", "BLOCK_LIST"));
    metrics.pipeline().rulesRejected();

    assertThat(metrics.scrape().lines())
        .contains(
            "smswarden_rules_hits_total{code=\"ON_TRIAL\",mode=\"shadow\"} 1.0",
            "smswarden_rules_hits_total{code=\"IN_FORCE\",mode=\"force\"} 0.0",
            "smswarden_rules_hits_total{code=\"BLOCK_LIST\",mode=\"list\"} 1.0",
            "smswarden_rules_active 2.0",
            "smswarden_rules_rejected_total 1.0")
        .noneMatch(line -> line.contains("SOME_SIGNAL"));

    metrics.pipeline().rulesInForce("", Map.of());
    metrics.pipeline().judged(fired("ON_TRIAL"));

    assertThat(metrics.scrape().lines())
        .contains(
            "smswarden_rules_hits_total{code=\"ON_TRIAL\",mode=\"shadow\"} 1.0",
            "smswarden_rules_active 0.0");
  }

  @Test
  void moreCodesThanAMetricBearsAreCountedTogether() {
    Map<String, RuleMode> many =
        IntStream.range(0, 2000)
            .boxed()
            .collect(Collectors.toMap(i -> "RULE_" + i, i -> RuleMode.WEIGHT));
    metrics.pipeline().rulesInForce("v", many);

    assertThat(metrics.scrape().lines())
        .filteredOn(line -> line.startsWith("smswarden_rules_hits_total"))
        .hasSizeBetween(1000, 1010)
        .anyMatch(line -> line.contains("OTHERS"));
  }

  private static Verdict fired(String... codes) {
    return verdict(
        Category.FRAUD,
        Action.WARN,
        0.9,
        Instant.EPOCH,
        Stream.of(codes).map(code -> new FiredSignal(code, 1.0, 0.0, 0, 0, "zh", "en")).toList());
  }

  private static Verdict verdict(Category category, Action action, double score, Instant received) {
    return verdict(category, action, score, received, List.of());
  }

  private static Verdict verdict(
      Category category, Action action, double score, Instant received, List<FiredSignal> signals) {
    return Verdict.newBuilder()
        .setMessageId("m")
        .setSender("s")
        .setEventTime(received)
        .setReceivedTime(received)
        .setScore(score)
        .setCategory(category)
        .setAction(action)
        .setSignals(signals)
        .setVersions(new Versions("m", "s", ""))
        .build();
  }
}
