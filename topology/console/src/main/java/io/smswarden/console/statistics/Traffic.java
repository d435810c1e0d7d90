package io.smswarden.console.statistics;

import io.smswarden.schemas.Action;
import io.smswarden.schemas.DeadLetterReason;
import io.smswarden.schemas.Verdict;
import io.smswarden.streams.PipelineObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What this instance's pipeline has done since it was started; told by the pipeline itself. */
public final class Traffic implements PipelineObserver {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;
  private final LongAdder messages = new LongAdder();
  private final LongAdder flagged = new LongAdder();
  private final LongAdder blocked = new LongAdder();
  private final LongAdder deadLetters = new LongAdder();
  private final RateWindow messageRate;
  private final RateWindow warningRate;
  private final ConcurrentHistogram latency = new ConcurrentHistogram(LONGEST.toMillis(), 2);

  /** Nothing yet. */
  public Traffic(InstantSource clock) {
    this.clock = clock;
    this.messageRate = new RateWindow(clock, Duration.ofMinutes(1));
    this.warningRate = new RateWindow(clock, Duration.ofMinutes(1));
  }

  @Override
  public void judged(Verdict verdict) {
    messages.increment();
    messageRate.add(1);
    if (verdict.getAction() != Action.ALLOW) {
      flagged.increment();
      warningRate.add(1);
    }
    if (verdict.getAction() == Action.BLOCK) {
      blocked.increment();
    }
    long took = clock.millis() - verdict.getReceivedTime().toEpochMilli();
    latency.recordValue(Math.max(0, Math.min(took, LONGEST.toMillis())));
  }

  @Override
  public void deadLetter(DeadLetterReason reason, String originTopic) {
    deadLetters.increment();
  }

  /** All of it now. */
  TrafficFigures now() {
    Histogram counts = new Histogram(LONGEST.toMillis(), 2);
    counts.add(latency);
    return new TrafficFigures(
        messages.sum(),
        flagged.sum(),
        blocked.sum(),
        deadLetters.sum(),
        messageRate.per(Duration.ofSeconds(1)),
        warningRate.per(Duration.ofMinutes(1)),
        counts);
  }
}
