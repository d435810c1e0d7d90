package io.smswarden.app.command.report;

import io.smswarden.filter.extract.Extractor;
import io.smswarden.filter.extract.Facts;
import java.util.ArrayList;
import java.util.List;

/**
 * Hides the numbers by which a person can be reached or known: telephone numbers, and runs of at
 * least seven digits in whatever script, with separators or without, that are no date. The first
 * three digits stay, since they tell the kind of number. Offsets stay the same.
 */
final class Masking {

  private static final int LONG_RUN = 7;
  private static final int SHOWN = 3;
  private static final int WIDEST_GAP = 2;
  private static final char MASK = '•';
  private static final String HAN_DIGITS = "〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖";
  private static final String SEPARATORS = " \u00A0\u3000-–—.()（）·*_~|/";

  private final StringBuilder masked;
  private final Facts facts;
  private final List<Integer> run = new ArrayList<>();

  private Masking(String text, Facts facts) {
    this.masked = new StringBuilder(text);
    this.facts = facts;
  }

  /**
   * The text with its numbers masked.
   *
   * @param facts what {@link Extractor} finds in it
   */
  static String mask(String text, Facts facts) {
    Masking masking = new Masking(text, facts);
    masking.maskRuns(text);
    facts.phones().forEach(phone -> masking.maskPhone(text, phone));
    return masking.masked.toString();
  }

  private void maskRuns(String text) {
    int gap = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int c = text.codePointAt(at);
      if (isDigit(c)) {
        run.add(at);
        gap = 0;
      } else if (++gap > WIDEST_GAP || !separates(c)) {
        endRun(text);
      }
    }
    endRun(text);
  }

  private void endRun(String text) {
    if (run.size() >= LONG_RUN && !inDate(run.get(0), run.get(run.size() - 1))) {
      run.stream().skip(SHOWN).forEach(at -> cover(text, at));
    }
    run.clear();
  }

  private void maskPhone(String text, Facts.Phone phone) {
    int seen = 0;
    for (int at = phone.start(); at < phone.end(); at++) {
      if (Character.isLetterOrDigit(text.codePointAt(at)) && ++seen > SHOWN) {
        cover(text, at);
      }
    }
  }

  private void cover(String text, int at) {
    for (int i = 0; i < Character.charCount(text.codePointAt(at)); i++) {
      masked.setCharAt(at + i, MASK);
    }
  }

  private boolean inDate(int first, int last) {
    return facts.dates().stream().anyMatch(date -> date.start() <= first && last < date.end());
  }

  private static boolean isDigit(int c) {
    return Character.isDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || HAN_DIGITS.indexOf(c) >= 0;
  }

  /** Separators, and what is invisible. */
  private static boolean separates(int c) {
    int type = Character.getType(c);
    return SEPARATORS.indexOf(c) >= 0
        || type == Character.FORMAT
        || type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }
}
