package io.smswarden.bench;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Judge;
import io.smswarden.filter.rule.RuleSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a new rule set costs an instance until it is in force. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RulesBenchmark {

  @Param({"10", "10000"})
  private int rules;

  private Filter filter;
  private String yaml;

  /** Loads the filter, as an instance has long done when rules are published. */
  @Setup
  public void load() {
    filter = Filter.standard();
    yaml = RuleSets.yaml(rules);
  }

  /** Milliseconds of the first rule set of a process, whose code nothing has compiled yet. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(5)
  public Judge first() {
    return filter.withRules(yaml);
  }

  /** What an instance does beside its start. */
  @State(Scope.Thread)
  public static class WarmedUp {

    /** Warms the code up. */
    @Setup
    public void warmUp() {
      RuleSet.warmUp(Filter.standard().table());
    }
  }

  /** Milliseconds of the first rule set of an instance that runs. */
  @Benchmark
  @BenchmarkMode(Mode.SingleShotTime)
  @Warmup(iterations = 0)
  @Measurement(iterations = 1)
  @Fork(5)
  public Judge firstOfInstance(WarmedUp unused) {
    return filter.withRules(yaml);
  }

  /** Milliseconds of a later one. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @Warmup(iterations = 5, time = 2)
  @Measurement(iterations = 5, time = 1)
  @Fork(1)
  public Judge later() {
    return filter.withRules(yaml);
  }
}
