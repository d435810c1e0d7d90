package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.Interval;
import io.smswarden.filter.evaluation.Intervals;
import io.smswarden.filter.evaluation.Metrics;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One of the summary's figures.
 *
 * @param name what it is called
 * @param value the figure
 * @param interval its interval
 */
record Figure(Words name, ToDoubleFunction<Metrics> value, Function<Intervals, Interval> interval) {

  /** All, in the order in which the page shows them. */
  static final List<Figure> ALL =
      List.of(
          figure("精确率", "precision", Metrics::precision, Intervals::precision),
          figure("召回率", "recall", Metrics::recall, Intervals::recall),
          figure("F1", "F1", Metrics::f1, Intervals::f1),
          figure("ROC-AUC", "ROC-AUC", Metrics::rocAuc, Intervals::rocAuc),
          figure(
              "平均精确率", "average precision", Metrics::averagePrecision, Intervals::averagePrecision),
          figure(
              "误报率 0.1% 时的召回率",
              "recall at 0.1 % FPR", Metrics::recallAtFpr01, Intervals::recallAtFpr01),
          figure(
              "误报率 0.5% 时的召回率",
              "recall at 0.5 % FPR", Metrics::recallAtFpr05, Intervals::recallAtFpr05),
          figure(
              "校准误差 ECE",
              "calibration error",
              Metrics::expectedCalibrationError,
              Intervals::expectedCalibrationError));

  private static Figure figure(
      String zh,
      String en,
      ToDoubleFunction<Metrics> value,
      Function<Intervals, Interval> interval) {
    return new Figure(new Words(zh, en), value, interval);
  }

  String of(FigureRow row) {
    return text(value.applyAsDouble(row.metrics()));
  }

  String intervalOf(FigureRow row) {
    Interval between = interval.apply(row.intervals());
    return Double.isNaN(between.low()) || Double.isNaN(value.applyAsDouble(row.metrics()))
        ? ""
        : text(between.low()) + "–" + text(between.high());
  }

  /** What a row has more than another, in hundredths. */
  String difference(FigureRow row, FigureRow other) {
    double points =
        100 * (value.applyAsDouble(row.metrics()) - value.applyAsDouble(other.metrics()));
    return Double.isNaN(points) ? "–" : signed(points);
  }

  /** Four decimals; a dash for what is no number. */
  static String text(double figure) {
    return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, "%.4f", figure);
  }

  static String signed(double figure) {
    return String.format(Locale.ROOT, "%+.2f", figure).replace('-', '−');
  }

  static String percent(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
  }

  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
