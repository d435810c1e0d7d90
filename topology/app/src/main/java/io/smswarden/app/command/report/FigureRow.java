package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.Interval;
import io.smswarden.filter.evaluation.Intervals;
import io.smswarden.filter.evaluation.Metrics;
import io.smswarden.filter.evaluation.Scored;
import java.util.List;

/**
 * The figures of some of the messages.
 *
 * @param falsePositives how many ham were flagged
 */
record FigureRow(Words name, Metrics metrics, Intervals intervals, int falsePositives) {

  static FigureRow of(Words name, List<Scored> scored) {
    int falsePositives = (int) scored.stream().filter(s -> !s.unwanted() && s.flagged()).count();
    return new FigureRow(name, Metrics.of(scored), Intervals.of(scored), falsePositives);
  }

  boolean bothLabels() {
    return metrics.spam() > 0 && metrics.ham() > 0;
  }

  /** The share of flagged among the ham; NaN without ham. */
  double falsePositiveRate() {
    return falsePositives / (double) metrics.ham();
  }

  Interval falsePositiveInterval() {
    return Interval.ofShare(falsePositives, metrics.ham());
  }
}
