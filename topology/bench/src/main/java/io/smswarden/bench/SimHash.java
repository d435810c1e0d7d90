package io.smswarden.bench;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.TextViews;

/**
 * SimHash of 64 bits (Charikar, 2002) over the shingles that the fingerprints have: of each bit,
 * what most shingles' hashes say. Near-duplicates differ in few bits (Manku, Jain and Das Sarma,
 * 2007, who take 3 for web pages).
 */
final class SimHash {

  private static final int LETTERS = 4;
  private static final int IDEOGRAPHS = 2;

  private final TextViews views = new TextViews();

  /** The hash of a text. */
  long of(String text) {
    views.read(text);
    MappedText model = views.model();
    StringBuilder chars = new StringBuilder(model.length());
    for (int i = 0; i < model.length(); i++) {
      if (model.charAt(i) != ' ') {
        chars.append(model.charAt(i));
      }
    }
    int[] votes = new int[Long.SIZE];
    for (int i = 1; i < chars.length(); i++) {
      int size = Kind.of(chars.charAt(i)) == Kind.LETTER ? LETTERS : IDEOGRAPHS;
      long hash = size;
      for (int k = 0; k < Math.min(size, i + 1); k++) {
        hash = mixed(hash ^ chars.charAt(i - k));
      }
      for (int bit = 0; bit < Long.SIZE; bit++) {
        votes[bit] += (hash >>> bit & 1) == 0 ? -1 : 1;
      }
    }
    long bits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      bits |= votes[bit] > 0 ? 1L << bit : 0;
    }
    return bits;
  }

  private static long mixed(long hash) {
    long h = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
