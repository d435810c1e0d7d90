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
 * @param value the figure; NaN where the messages can't give it
 * @param interval its interval
 */
record Figure(
    Words name, ToDoubleFunction<FigureRow> value, Function<FigureRow, Interval> interval) {

  /** All, in the order in which the page shows them. */
  static final List<Figure> ALL =
      List.of(
          ofBoth("精确率", "precision", Metrics::precision, Intervals::precision),
          of("召回率", "recall", Metrics::recall, Intervals::recall),
          ofBoth("F1", "F1", Metrics::f1, Intervals::f1),
          new Figure(
              new Words("误报率", "false-positive rate"),
              FigureRow::falsePositiveRate,
              FigureRow::falsePositiveInterval),
          of("ROC-AUC", "ROC-AUC", Metrics::rocAuc, Intervals::rocAuc),
          ofBoth(
              "平均精确率", "average precision", Metrics::averagePrecision, Intervals::averagePrecision),
          of(
              "误报率 0.1% 时的召回率",
              "recall at 0.1 % FPR", Metrics::recallAtFpr01, Intervals::recallAtFpr01),
          of(
              "误报率 0.5% 时的召回率",
              "recall at 0.5 % FPR", Metrics::recallAtFpr05, Intervals::recallAtFpr05),
          of(
              "校准误差 ECE",
              "calibration error",
              Metrics::expectedCalibrationError,
              Intervals::expectedCalibrationError));

  private static Figure of(
      String zh,
      String en,
      ToDoubleFunction<Metrics> value,
      Function<Intervals, Interval> interval) {
    return new Figure(
        new Words(zh, en),
        row -> value.applyAsDouble(row.metrics()),
        row -> interval.apply(row.intervals()));
  }

  /** A figure that says nothing of spam alone or ham alone. */
  private static Figure ofBoth(
      String zh,
      String en,
      ToDoubleFunction<Metrics> value,
      Function<Intervals, Interval> interval) {
    Figure figure = of(zh, en, value, interval);
    return new Figure(
        figure.name,
        row -> row.bothLabels() ? figure.value.applyAsDouble(row) : Double.NaN,
        figure.interval);
  }

  String of(FigureRow row) {
    return text(value.applyAsDouble(row));
  }

  String intervalOf(FigureRow row) {
    Interval between = interval.apply(row);
    return Double.isNaN(between.low()) || Double.isNaN(value.applyAsDouble(row))
        ? ""
        : text(between);
  }

  /** What a row has more than another, in hundredths. */
  String difference(FigureRow row, FigureRow other) {
    double points = 100 * (value.applyAsDouble(row) - value.applyAsDouble(other));
    return Double.isNaN(points) ? "–" : signed(points);
  }

  /** Four decimals; a dash for what is no number. */
  static String text(double figure) {
    return Double.isNaN(figure) ? "–" : String.format(Locale.ROOT, "%.4f", figure);
  }

  static String text(Interval interval) {
    return text(interval.low()) + "–" + text(interval.high());
  }

  static String signed(double figure) {
    return String.format(Locale.ROOT, "%+.2f", figure).replace('-', '−');
  }

  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
