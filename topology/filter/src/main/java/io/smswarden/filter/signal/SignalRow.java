package io.smswarden.filter.signal;

import io.smswarden.filter.verdict.Category;
import java.util.List;

/**
 * A row of the signal table. A row without phrases belongs to a signal in code.
 *
 * @param code stable name
 * @param group signals of a group share a cap
 * @param category the kind of message it speaks for
 * @param weight log-odds at full strength; 0 decides nothing
 * @param vote what an observation counts for its category, in the units of the model's category
 *     scores
 * @param needed lists of phrases, of each of which one must be there
 * @param within how many characters they may be apart
 * @param none phrases that must not be there
 * @param reasonZh explanation in Chinese
 * @param reasonEn explanation in English
 */
public record SignalRow(
    String code,
    String group,
    Category category,
    double weight,
    double vote,
    List<List<String>> needed,
    int within,
    List<String> none,
    String reasonZh,
    String reasonEn) {

  public SignalRow {
    needed = needed.stream().map(List::copyOf).toList();
    none = List.copyOf(none);
  }
}
