package io.smswarden.filter.look;

import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.SignalRow;
import io.smswarden.filter.signal.SignalTable;
import io.smswarden.filter.signal.Signals;
import java.util.Arrays;
import java.util.List;

/**
 * What was observed in the text alone, whoever sent it: the second look is trained on messages
 * whose senders nobody knows. Not safe for use by many threads.
 */
final class TextEvidence {

  private final SignalRow[] rows;
  private final boolean[] ofText;
  private final int[] groupOfRow;
  private final SignalTable.Cap[] caps;
  private final double[] sums;
  private final CategoryScores votes = new CategoryScores();
  private double logOdds;

  TextEvidence(Signals signals) {
    SignalTable table = signals.table();
    rows = table.rows().toArray(SignalRow[]::new);
    ofText = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      ofText[row] = signals.isOfText(row);
    }
    List<String> groups = table.caps().keySet().stream().sorted().toList();
    caps = groups.stream().map(table.caps()::get).toArray(SignalTable.Cap[]::new);
    groupOfRow = Arrays.stream(rows).mapToInt(row -> groups.indexOf(row.group())).toArray();
    sums = new double[caps.length];
  }

  void take(Observations seen) {
    Arrays.fill(sums, 0);
    votes.clear();
    for (int i = 0; i < seen.count(); i++) {
      int row = seen.row(i);
      if (ofText[row]) {
        sums[groupOfRow[row]] += seen.strength(i) * rows[row].weight();
        votes.add(rows[row].category(), seen.strength(i) * rows[row].vote());
      }
    }
    logOdds = 0;
    for (int group = 0; group < caps.length; group++) {
      logOdds += caps[group].clamp(sums[group]);
    }
  }

  /** By group the capped sum of strength times weight. */
  double logOdds() {
    return logOdds;
  }

  /** What the observations say of the category. */
  CategoryScores votes() {
    return votes;
  }
}
