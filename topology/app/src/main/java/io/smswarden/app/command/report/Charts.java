package io.smswarden.app.command.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smswarden.filter.evaluation.Interval;
import io.smswarden.filter.evaluation.Metrics;
import io.smswarden.filter.evaluation.Ranking;
import io.smswarden.filter.evaluation.Reliability;
import io.smswarden.filter.evaluation.Scored;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/** What the page's script draws: each chart a list of columns, x first, as uPlot takes them. */
final class Charts {

  private static final int STEPS = 250;
  private static final int BARS = 20;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Scored> scored;
  private final Ranking ranking;
  private final Ranking rewritten;
  private final Metrics metrics;
  private final Metrics metricsRewritten;

  Charts(List<Scored> scored, List<Scored> rewritten) {
    this.scored = scored;
    this.ranking = Ranking.of(scored);
    this.rewritten = Ranking.of(rewritten);
    this.metrics = Metrics.of(scored);
    this.metricsRewritten = Metrics.of(rewritten);
  }

  /** Precision by recall, as sent and rewritten, and where the WARN threshold stands on both. */
  String precisionByRecall() {
    TreeSet<Double> recalls = new TreeSet<>(List.of(metrics.recall(), metricsRewritten.recall()));
    for (int step = 0; step <= STEPS; step++) {
      recalls.add(step / (double) STEPS);
    }
    return columns(
        recalls,
        ranking::precisionAtRecall,
        rewritten::precisionAtRecall,
        at(metrics.recall(), metrics.precision()),
        at(metricsRewritten.recall(), metricsRewritten.precision()));
  }

  /**
   * Recall by false-positive rate, the same four. No false positive at all, which a logarithmic
   * axis lacks, stands at half a message.
   */
  String recallByFalsePositives() {
    double least = 0.5 / ranking.ham();
    double threshold = Math.max(least, falsePositiveRate());
    TreeSet<Double> rates = new TreeSet<>(List.of(threshold, 0.001, 0.005));
    for (int step = 0; step <= STEPS; step++) {
      rates.add(Math.pow(least, 1 - step / (double) STEPS));
    }
    rates.removeIf(rate -> rate < least);
    return columns(
        rates,
        ranking::recallAtFalsePositiveRate,
        rewritten::recallAtFalsePositiveRate,
        at(threshold, metrics.recall()),
        at(threshold, metricsRewritten.recall()));
  }

  /** Ham is never rewritten, so that one rate holds for both. */
  private double falsePositiveRate() {
    long flagged = scored.stream().filter(s -> !s.unwanted() && s.flagged()).count();
    return flagged / (double) ranking.ham();
  }

  /** Share of spam by mean score of a bin, its interval's ends, and the diagonal. */
  String reliability() {
    ArrayNode columns = MAPPER.createArrayNode();
    ArrayNode x = columns.addArray().add(0);
    ArrayNode share = columns.addArray().addNull();
    ArrayNode low = columns.addArray().addNull();
    ArrayNode high = columns.addArray().addNull();
    ArrayNode ideal = columns.addArray().add(0);
    for (Reliability.Bin bin : Reliability.bins(scored)) {
      if (bin.messages() > 0) {
        Interval interval = Interval.ofShare(bin.spam(), bin.messages());
        x.add(bin.meanScore());
        share.add(bin.share());
        low.add(interval.low());
        high.add(interval.high());
        ideal.add(bin.meanScore());
      }
    }
    x.add(1);
    List.of(share, low, high).forEach(ArrayNode::addNull);
    ideal.add(1);
    return columns.toString();
  }

  /** Messages by score: the middle of each bar, ham, spam. */
  String histogram() {
    int[][] counts = new int[2][BARS];
    for (Scored message : scored) {
      int bar = Math.min(BARS - 1, (int) (message.score() * BARS));
      counts[message.unwanted() ? 1 : 0][bar]++;
    }
    ArrayNode columns = MAPPER.createArrayNode();
    ArrayNode x = columns.addArray();
    ArrayNode ham = columns.addArray();
    ArrayNode spam = columns.addArray();
    for (int bar = 0; bar < BARS; bar++) {
      x.add((bar + 0.5) / BARS);
      ham.add(counts[0][bar]);
      spam.add(counts[1][bar]);
    }
    return columns.toString();
  }

  private static DoubleUnaryOperator at(double place, double value) {
    return x -> x == place ? value : Double.NaN;
  }

  private static String columns(SortedSet<Double> xs, DoubleUnaryOperator... functions) {
    ArrayNode columns = MAPPER.createArrayNode();
    ArrayNode first = columns.addArray();
    xs.forEach(first::add);
    for (DoubleUnaryOperator function : functions) {
      ArrayNode column = columns.addArray();
      for (double x : xs) {
        double y = function.applyAsDouble(x);
        if (Double.isNaN(y)) {
          column.addNull();
        } else {
          column.add(y);
        }
      }
    }
    return columns.toString();
  }
}
