package io.smswarden.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Histogram;
import io.smswarden.filter.rule.RuleMode;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.Verdict;
import io.smswarden.streams.PipelineObserver;
import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what the pipeline does. Every meter exists from the start, at zero: an alert on a rate
 * works from the first event on. Telling it of a verdict looks nothing up and allocates nothing.
 */
public final class PipelineMeters implements PipelineObserver {

  /** Origin of dead letters from topics that the pipeline makes for itself. */
  private static final String INTERNAL = "internal";

  private final InstantSource clock;
  private final Counter messages;
  private final Map<Category, Map<Action, Counter>> verdicts;
  // Micrometer's own summaries round to whole numbers before they choose a bucket (its issue 2592).
  private final Histogram score;
  private final Timer latency;
  private final Map<String, Map<DeadLetterReason, Counter>> deadLetters;
  private final RuleMeters rules;

  /**
   * Meters of one pipeline in this process.
   *
   * @param clock the wall clock, by which latency counts from {@code receivedTime}
   */
  public PipelineMeters(PrometheusMeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    this.messages =
        Counter.builder("smswarden.messages").description("Messages judged").register(registry);
    this.verdicts = verdicts(registry);
    this.score =
        Histogram.builder()
            .name("smswarden_score")
            .help("Scores of the verdicts: probability of being unwanted")
            .classicOnly()
            .classicUpperBounds(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
            .withoutExemplars()
            .register(registry.getPrometheusRegistry());
    this.latency =
        Timer.builder("smswarden.latency")
            .description("From the message's receipt to its verdict, before the commit")
            .serviceLevelObjectives(
                Stream.of(5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(registry);
    this.deadLetters = deadLetters(registry);
    this.rules = new RuleMeters(registry);
  }

  @Override
  public void judged(Verdict verdict) {
    messages.increment();
    rules.judged(verdict);
    verdicts.get(verdict.getCategory()).get(verdict.getAction()).increment();
    score.observe(verdict.getScore());
    // An ingress whose clock is ahead has sent nothing from the future.
    latency.record(
        Math.max(0, clock.millis() - verdict.getReceivedTime().toEpochMilli()),
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void deadLetter(DeadLetterReason reason, String originTopic) {
    deadLetters.getOrDefault(originTopic, deadLetters.get(INTERNAL)).get(reason).increment();
  }

  @Override
  public void rulesInForce(String version, Map<String, RuleMode> modes) {
    rules.inForce(modes);
  }

  @Override
  public void rulesRejected() {
    rules.rejected();
  }

  private static Map<Category, Map<Action, Counter>> verdicts(MeterRegistry registry) {
    return all(
        Category.class,
        category ->
            all(
                Action.class,
                action ->
                    Counter.builder("smswarden.verdicts")
                        .description("Verdicts by category and action")
                        .tag("category", category.name())
                        .tag("action", action.name())
                        .register(registry)));
  }

  private static Map<String, Map<DeadLetterReason, Counter>> deadLetters(MeterRegistry registry) {
    List<String> origins =
        Stream.concat(Topics.ALL.stream().map(Topic::name), Stream.of(INTERNAL)).toList();
    return origins.stream()
        .collect(Collectors.toMap(Function.identity(), origin -> deadLetters(registry, origin)));
  }

  private static Map<DeadLetterReason, Counter> deadLetters(MeterRegistry registry, String origin) {
    return all(
        DeadLetterReason.class,
        reason ->
            Counter.builder("smswarden.dead.letters")
                .description("Records that could not be read, processed or written")
                .tag("reason", reason.name())
                .tag("topic", origin)
                .register(registry));
  }

  private static <E extends Enum<E>, T> Map<E, T> all(Class<E> type, Function<E, T> make) {
    Map<E, T> made = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      made.put(value, make.apply(value));
    }
    return made;
  }
}
