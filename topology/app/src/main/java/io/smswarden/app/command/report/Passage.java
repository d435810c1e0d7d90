package io.smswarden.app.command.report;

import io.smswarden.filter.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A piece of a message, all of it evidence of the same findings.
 *
 * @param text the piece
 * @param kind class of the page: {@code against} the message, {@code for} it, {@code seen} without
 *     weight, or empty
 * @param codes the findings' codes
 */
record Passage(String text, String kind, String codes) {

  /** A text cut where evidence starts or ends. */
  static List<Passage> of(String text, List<Finding> findings) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Finding finding : findings) {
      cuts.add(finding.start());
      cuts.add(finding.end());
    }
    List<Passage> passages = new ArrayList<>();
    for (Integer from = cuts.first(); cuts.higher(from) != null; from = cuts.higher(from)) {
      int start = from;
      int end = cuts.higher(from);
      List<Finding> here =
          findings.stream().filter(f -> f.start() <= start && f.end() >= end).toList();
      String codes = here.stream().map(Finding::code).collect(Collectors.joining(", "));
      passages.add(new Passage(text.substring(start, end), kind(here), codes));
    }
    return passages;
  }

  private static String kind(List<Finding> findings) {
    double sum = findings.stream().mapToDouble(f -> f.strength() * f.weight()).sum();
    if (sum == 0) {
      return findings.isEmpty() ? "" : "seen";
    }
    return sum > 0 ? "against" : "for";
  }
}
