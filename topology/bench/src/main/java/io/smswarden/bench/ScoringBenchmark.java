package io.smswarden.bench;

import io.smswarden.filter.Filter;
import io.smswarden.filter.Message;
import io.smswarden.filter.campaign.Fingerprint;
import io.smswarden.filter.campaign.FingerprintIndex;
import io.smswarden.filter.campaign.Fingerprinter;
import io.smswarden.filter.model.Grams;
import io.smswarden.filter.model.TextModel;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
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

/**
 * Nanoseconds a message on one core, and with {@code -prof gc} bytes allocated a message. The steps
 * include normalisation, which each needs: a step alone costs the difference to {@link #normalise}.
 * {@link #characters} is the ceiling: one pass over the text.
 *
 * <p>The tables are some megabytes of small entries that are read in no order: without large pages
 * the processor waits for their addresses (transparent ones are on Linux only, else a warning).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseTransparentHugePages")
public class ScoringBenchmark {

  private static final int CAMPAIGNS = 1_000;

  private Message[] messages;
  private int next;

  private Filter filter;
  private TextViews views;
  private Signals.Observer observer;
  private Grams grams;
  private TextModel model;
  private Fingerprinter fingerprinter;
  private FingerprintIndex campaigns;

  /** The shipped filter with few and with many rules. */
  @State(Scope.Thread)
  public static class Ruled {

    @Param({"10", "100", "10000"})
    private int rules;

    private Filter filter;

    /** Compiles the rules. */
    @Setup
    public void load() {
      filter = Filter.standard().withRules(RuleSets.yaml(rules));
    }
  }

  /** Loads the texts and the shipped filter. */
  @Setup
  public void load() throws IOException {
    messages = Texts.load().stream().map(Message::of).toArray(Message[]::new);
    filter = Filter.standard();
    views = new TextViews();
    observer = Signals.standard().observer();
    grams = new Grams();
    fingerprinter = new Fingerprinter();
    campaigns = new FingerprintIndex(CAMPAIGNS);
    for (int i = 0; i < messages.length && !campaigns.isFull(); i++) {
      String id = Integer.toString(i);
      fingerprinter.of(messages[i].text().value()).ifPresent(text -> campaigns.put(id, text, 0));
    }
    try (InputStream in = Filter.class.getResourceAsStream("model.bin")) {
      model = TextModel.read(in);
    }
  }

  private Message next() {
    next = next + 1 < messages.length ? next + 1 : 0;
    return messages[next];
  }

  /** Everything: the verdict with its findings. */
  @Benchmark
  public Verdict judge() {
    return filter.judge(next());
  }

  /** Everything, with so many rules. */
  @Benchmark
  public Verdict judgeWithRules(Ruled ruled) {
    return ruled.filter.judge(next());
  }

  /** The characters of the text, added up. */
  @Benchmark
  public int characters() {
    String text = next().text().value();
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum += text.charAt(i);
    }
    return sum;
  }

  /** The views of the text alone. */
  @Benchmark
  public TextViews normalise() {
    views.read(next().text().value());
    return views;
  }

  /** The views and the signals: the phrases of the table, and the signals in code. */
  @Benchmark
  public Observations signals() {
    Message message = next();
    views.read(message.text().value());
    return observer.observe(message, views);
  }

  /** The views and the fingerprint, which are made of every message that is not verified. */
  @Benchmark
  public Optional<Fingerprint> fingerprint() {
    return fingerprinter.of(next().text().value());
  }

  /** The same, and the campaign it is of. */
  @Benchmark
  public Optional<String> campaign() {
    return fingerprinter.of(next().text().value()).flatMap(campaigns::nearest);
  }

  /** The views, the n-grams and the model's log-odds. */
  @Benchmark
  public double model() {
    views.read(next().text().value());
    grams.take(views);
    return model.logit(grams);
  }
}
