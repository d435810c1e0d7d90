package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.Confusion;
import io.smswarden.filter.evaluation.Interval;
import io.smswarden.filter.verdict.Category;
import java.util.Arrays;
import java.util.List;

/** A category's row of the confusion matrix: what its messages were taken for. */
record CategoryRow(Category category, Confusion confusion) {

  private static final int SHADES = 9;

  static List<CategoryRow> of(Confusion confusion) {
    return Arrays.stream(Category.values())
        .filter(category -> confusion.of(category) > 0)
        .map(category -> new CategoryRow(category, confusion))
        .toList();
  }

  String messages() {
    return Figure.count(confusion.of(category));
  }

  int count(Category given) {
    return confusion.count(category, given);
  }

  /** How dark a cell is: 0 for none of the row's messages, else 1 to 9. */
  int shade(Category given) {
    return (int) Math.ceil(SHADES * (double) count(given) / confusion.of(category));
  }

  String precision() {
    return Figure.text(count(category) / (double) confusion.given(category));
  }

  String recall() {
    return Figure.text(count(category) / (double) confusion.of(category));
  }

  String f1() {
    return Figure.text(confusion.f1(category));
  }

  String recallInterval() {
    return Figure.text(Interval.ofShare(count(category), confusion.of(category)));
  }
}
