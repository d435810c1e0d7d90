package io.smswarden.app.command;

import io.smswarden.filter.evaluation.Confusion;
import io.smswarden.filter.evaluation.Evaluation;
import io.smswarden.filter.evaluation.Metrics;
import io.smswarden.filter.verdict.Category;
import java.io.PrintWriter;
import java.util.Locale;

/** An evaluation as a table for people. */
final class EvaluationTable {

  private static final String ROW = "%-16s %8s %8s %8s %9s %9s %9s %9s %9s %12s %12s %9s%n";
  private static final String CATEGORY_ROW = "%-20s %8s %9s %9s %9s%n";

  private EvaluationTable() {}

  static void print(Evaluation evaluation, double threshold, boolean evasions, PrintWriter out) {
    out.printf(
        ROW,
        "source",
        "messages",
        "spam",
        "ham",
        "precision",
        "recall",
        "F1",
        "ROC-AUC",
        "AP",
        "R@0.1% FPR",
        "R@0.5% FPR",
        "ECE");
    evaluation.bySource().forEach((source, metrics) -> row(out, source, metrics));
    row(out, "all", evaluation.all());
    if (evasions) {
      row(out, "spam rewritten", evaluation.rewritten());
    }
    out.printf("%nPrecision, recall and F1 at the default WARN threshold (%s).%n", threshold);
    categories(out, evaluation.confusion());
    out.printf(
        "%n%d labels that the filter surely contradicts: --suspects tells where they stand.%n",
        evaluation.suspects().size());
  }

  private static void categories(PrintWriter out, Confusion confusion) {
    if (Double.isNaN(confusion.macroF1())) {
      return;
    }
    out.println();
    out.printf(CATEGORY_ROW, "category", "messages", "precision", "recall", "F1");
    for (Category category : Category.values()) {
      int messages = confusion.of(category);
      if (messages > 0) {
        double right = confusion.count(category, category);
        out.printf(
            CATEGORY_ROW,
            category,
            messages,
            figure(right / confusion.given(category)),
            figure(right / messages),
            figure(confusion.f1(category)));
      }
    }
    out.printf(CATEGORY_ROW, "mean", "", "", "", figure(confusion.macroF1()));
  }

  private static void row(PrintWriter out, String source, Metrics metrics) {
    out.printf(
        ROW,
        source,
        metrics.messages(),
        metrics.spam(),
        metrics.ham(),
        figure(metrics.precision()),
        figure(metrics.recall()),
        figure(metrics.f1()),
        figure(metrics.rocAuc()),
        figure(metrics.averagePrecision()),
        figure(metrics.recallAtFpr01()),
        figure(metrics.recallAtFpr05()),
        figure(metrics.expectedCalibrationError()));
  }

  private static String figure(double figure) {
    return Double.isNaN(figure) ? "-" : String.format(Locale.ROOT, "%.4f", figure);
  }
}
