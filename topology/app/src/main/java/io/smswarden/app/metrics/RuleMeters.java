package io.smswarden.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smswarden.filter.rule.RuleMode;
import io.smswarden.filter.rule.RuleSet;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts how often each of the operator's rules fires, shadow rules as well. Codes are the
 * operator's own: beyond so many in this process's life, further ones count together.
 */
final class RuleMeters {

  static final String HITS = "smswarden.rules.hits";
  static final String CODE = "code";
  static final String MODE = "mode";

  private static final int MOST_CODES = 1000;
  private static final String OTHERS = "OTHERS";

  private final MeterRegistry registry;
  private final Counter rejected;
  private final Map<List<String>, Counter> known = new HashMap<>();
  private volatile Map<String, Counter> hits = Map.of();
  private volatile int rules;

  RuleMeters(MeterRegistry registry) {
    this.registry = registry;
    this.rejected =
        Counter.builder("smswarden.rules.rejected")
            .description("Published rule sets that can't be used; the rules in force stayed")
            .register(registry);
    Gauge.builder("smswarden.rules.active", this, meters -> meters.rules)
        .description("Rules in force, shadow rules among them")
        .register(registry);
  }

  synchronized void inForce(Map<String, RuleMode> modes) {
    Map<String, Counter> counters = new HashMap<>();
    modes.forEach(
        (code, mode) -> counters.put(code, counter(code, mode.name().toLowerCase(Locale.ROOT))));
    counters.put(RuleSet.ALLOW_LIST, counter(RuleSet.ALLOW_LIST, "list"));
    counters.put(RuleSet.BLOCK_LIST, counter(RuleSet.BLOCK_LIST, "list"));
    counters.put(RuleSet.RULE_FAILED, counter(RuleSet.RULE_FAILED, "failed"));
    rules = modes.size();
    hits = Map.copyOf(counters);
  }

  private Counter counter(String code, String mode) {
    Counter counter = known.get(List.of(code, mode));
    if (counter != null) {
      return counter;
    }
    String shown = known.size() < MOST_CODES ? code : OTHERS;
    return known.computeIfAbsent(
        List.of(shown, mode),
        tags ->
            Counter.builder(HITS)
                .description("Messages for which a rule of the operator fired")
                .tag(CODE, tags.get(0))
                .tag(MODE, tags.get(1))
                .register(registry));
  }

  void judged(Verdict verdict) {
    Map<String, Counter> counters = hits;
    if (counters.isEmpty()) {
      return;
    }
    for (FiredSignal signal : verdict.getSignals()) {
      Counter counter = counters.get(signal.getCode());
      if (counter != null) {
        counter.increment();
      }
    }
  }

  void rejected() {
    rejected.increment();
  }
}
