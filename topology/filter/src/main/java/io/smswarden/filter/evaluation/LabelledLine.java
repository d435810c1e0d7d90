package io.smswarden.filter.evaluation;

/**
 * A line of a labelled file, {@code spam|ham<TAB>source[:category]<TAB>text}: read, or rejected
 * with the reason.
 */
public sealed interface LabelledLine {

  /** A line that follows the format. */
  record Valid(LabelledMessage message) implements LabelledLine {}

  /**
   * A line that doesn't.
   *
   * @param reason what is wrong and what is expected, without the line's text
   */
  record Rejected(String reason) implements LabelledLine {}

  /** Reads a line; the text may hold anything, tabs as well. */
  static LabelledLine parse(String line) {
    int first = line.indexOf('\t');
    int second = first < 0 ? -1 : line.indexOf('\t', first + 1);
    if (second < 0) {
      return new Rejected("expected label, source and text separated by tabs");
    }
    String label = line.substring(0, first);
    if (!label.equals("spam") && !label.equals("ham")) {
      return new Rejected("the label is neither spam nor ham");
    }
    String origin = line.substring(first + 1, second);
    int colon = origin.indexOf(':');
    String source = colon < 0 ? origin : origin.substring(0, colon);
    if (source.isBlank()) {
      return new Rejected("the source is empty");
    }
    boolean unwanted = label.equals("spam");
    String name = colon < 0 ? "" : origin.substring(colon + 1);
    return new Valid(
        new LabelledMessage(
            unwanted, source, CategoryLabels.of(unwanted, name), line.substring(second + 1)));
  }
}
