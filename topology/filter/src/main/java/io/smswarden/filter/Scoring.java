package io.smswarden.filter;

import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.SignalRow;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.verdict.Category;
import io.smswarden.filter.verdict.Finding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Makes a score, a category and findings of what was observed, by the table's weights and caps. */
final class Scoring {

  private static final Category[] CATEGORIES = Category.values();
  static final Comparator<Finding> STRONGEST_FIRST =
      Comparator.comparingDouble((Finding f) -> -Math.abs(f.strength() * f.weight()))
          .thenComparing(Finding::code)
          .thenComparingInt(Finding::start);

  /** Groups of signals that speak of something else than the text. */
  private static final Set<String> BESIDE_THE_TEXT = Set.of("sender", "behaviour", "campaign");

  private final SignalRow[] rows;
  private final int[] groupOfRow;
  private final SignalTable.Cap[] caps;
  private final boolean[] ofTheText;
  private final double[] sums;
  private double textLogOdds;
  private final CategoryScores votes = new CategoryScores();

  Scoring(SignalTable table) {
    rows = table.rows().toArray(SignalRow[]::new);
    List<String> groups = table.caps().keySet().stream().sorted().toList();
    caps = groups.stream().map(table.caps()::get).toArray(SignalTable.Cap[]::new);
    groupOfRow = Arrays.stream(rows).mapToInt(row -> groups.indexOf(row.group())).toArray();
    ofTheText = new boolean[caps.length];
    for (int group = 0; group < caps.length; group++) {
      ofTheText[group] = !BESIDE_THE_TEXT.contains(groups.get(group));
    }
    sums = new double[caps.length];
  }

  /** Log-odds of all observations: by group the capped sum of strength times weight. */
  double logOdds(Observations seen) {
    Arrays.fill(sums, 0);
    for (int i = 0; i < seen.count(); i++) {
      int row = seen.row(i);
      sums[groupOfRow[row]] += seen.strength(i) * rows[row].weight();
    }
    double total = 0;
    textLogOdds = 0;
    for (int group = 0; group < caps.length; group++) {
      double logOdds = caps[group].clamp(sums[group]);
      total += logOdds;
      textLogOdds += ofTheText[group] ? logOdds : 0;
    }
    return total;
  }

  /** What of the last {@link #logOdds} the text's own observations make. */
  double textLogOdds() {
    return textLogOdds;
  }

  /** The logistic function. */
  static double probability(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Room for the model's scores of the categories, to which {@link #vote} adds. */
  CategoryScores votes() {
    return votes;
  }

  /** Adds what the observations say of the category. */
  void vote(Observations seen) {
    for (int i = 0; i < seen.count(); i++) {
      SignalRow row = rows[seen.row(i)];
      votes.add(row.category(), seen.strength(i) * row.vote());
    }
  }

  /** The likeliest category of unwanted messages. */
  Category unwanted() {
    Category best = Category.ADVERT;
    for (Category category : CATEGORIES) {
      boolean benign = category == Category.NORMAL || category == Category.COLLECTION_LAWFUL;
      if (!benign && votes.of(category) > votes.of(best)) {
        best = category;
      }
    }
    return best;
  }

  /** The likelier category of wanted messages. */
  Category wanted() {
    boolean lawful = votes.of(Category.COLLECTION_LAWFUL) > votes.of(Category.NORMAL);
    return lawful ? Category.COLLECTION_LAWFUL : Category.NORMAL;
  }

  /** What was observed, the strongest first. */
  List<Finding> findings(Observations seen) {
    int count = seen.count();
    if (count == 0) {
      return List.of();
    }
    Finding[] findings = new Finding[count];
    for (int i = 0; i < count; i++) {
      Finding finding = finding(seen, i);
      int at = i;
      while (at > 0 && STRONGEST_FIRST.compare(finding, findings[at - 1]) < 0) {
        findings[at] = findings[--at];
      }
      findings[at] = finding;
    }
    return List.of(findings);
  }

  private Finding finding(Observations seen, int index) {
    SignalRow row = rows[seen.row(index)];
    return new Finding(
        row.code(),
        row.category(),
        seen.strength(index),
        row.weight(),
        seen.start(index),
        seen.end(index),
        row.reasonZh(),
        row.reasonEn());
  }
}
