package io.smswarden.app.replay;

import io.smswarden.filter.SmsText;

/**
 * Reads {@code spam|ham<TAB>source[:category]<TAB>text}. The label stays behind: it is the answer.
 */
final class LabelledLines implements LineParser {

  private final SyntheticMessages synthetic;

  LabelledLines(SyntheticMessages synthetic) {
    this.synthetic = synthetic;
  }

  @Override
  public ParsedLine parse(String line, long number) {
    String[] fields = line.split("\t", 3);
    if (fields.length < 3) {
      return new ParsedLine.Rejected(
          "%d of 3 fields; expected label, source and text separated by tabs"
              .formatted(fields.length));
    }
    if (!fields[0].equals("spam") && !fields[0].equals("ham")) {
      return new ParsedLine.Rejected("the label is neither spam nor ham");
    }
    if (fields[2].isBlank()) {
      return new ParsedLine.Rejected("the text is empty");
    }
    if (fields[2].length() > LONGEST_TEXT) {
      return new ParsedLine.Rejected("the text is longer than 255 parts of a message");
    }
    return new ParsedLine.Sms(
        synthetic.sender(number),
        synthetic.recipient(number),
        synthetic.eventTime(number),
        new SmsText(fields[2]));
  }
}
