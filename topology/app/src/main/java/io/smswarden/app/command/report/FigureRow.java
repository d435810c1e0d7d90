package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.Intervals;
import io.smswarden.filter.evaluation.Metrics;
import io.smswarden.filter.evaluation.Scored;
import java.util.List;

/** The figures of some of the messages. */
record FigureRow(Words name, Metrics metrics, Intervals intervals) {

  static FigureRow of(Words name, List<Scored> scored) {
    return new FigureRow(name, Metrics.of(scored), Intervals.of(scored));
  }
}
