package io.smswarden.filter.model;

import io.smswarden.filter.text.MappedText;

/** Finds the stretch of characters whose n-grams weigh most: Kadane's largest sum of a run. */
final class TellingSpan {

  /** What a character costs, so that the stretch ends where nothing is told. In units. */
  private static final int COST = 100;

  private TellingSpan() {}

  static long of(MappedText text, byte[] weights, int shift) {
    long best = 0;
    int bestStart = 0;
    int bestEnd = Math.min(1, text.length());
    long sum = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      int longest = Math.min(Grams.longest(text.charAt(i)), i + 1);
      int hash = Grams.WORD_SEED;
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum -= COST;
      for (int k = 0; k < longest; k++) {
        hash = Grams.extend(hash, text.charAt(i - k));
        sum += Quantised.units(weights[hash >>> shift]);
      }
      if (sum > best) {
        best = sum;
        bestStart = start;
        bestEnd = i + 1;
      }
    }
    if (text.length() == 0) {
      return 0;
    }
    return ((long) text.start(bestStart) << 32) | text.end(bestEnd - 1);
  }
}
