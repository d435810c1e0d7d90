package io.smswarden.filter.campaign;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.TextViews;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes fingerprints of texts, with buffers that are used again. Not safe for use by many threads.
 *
 * <p>Shingles are two characters of scripts without blanks, four of others, of the {@link
 * MaskedText}. MinHash, and not SimHash (Charikar, Similarity estimation techniques from rounding
 * algorithms, 2002; Manku, Jain and Das Sarma, Detecting near-duplicates for web crawling, 2007): a
 * short message has some dozen shingles, and SimHash's 64 bits of them hold too little. The bench
 * module's {@code FingerprintComparison} has the figures of both.
 */
public final class Fingerprinter {

  /** A text of fewer different shingles is one that anybody writes: it has no fingerprint. */
  public static final int FEWEST_SHINGLES = 12;

  private static final int LETTERS = 4;
  private static final int IDEOGRAPHS = 2;

  /** Rows in a long: lanes of 15 bits of hash below a bit that is kept free. */
  private static final int LANES = 4;

  private static final int LANE_BITS = Long.SIZE / LANES;
  private static final int WORDS = Fingerprint.ROWS / LANES;
  private static final long HASHES = 0x7FFF7FFF7FFF7FFFL;

  private static final long[] XOR = new long[WORDS];
  private static final long[] MULTIPLY = new long[WORDS];

  static {
    long state = 0;
    for (int word = 0; word < WORDS; word++) {
      state += 0x9E3779B97F4A7C15L;
      XOR[word] = mixed(state);
      MULTIPLY[word] = mixed(~state) | 1;
    }
  }

  private final TextViews views = new TextViews();
  private final MaskedText masked = new MaskedText();
  private final long[] minima = new long[WORDS];

  /** By bits of their hashes: which shingles there are. */
  private final long[] seen = new long[4];

  /** The fingerprint of a text; empty when the text is too short to tell. */
  public Optional<Fingerprint> of(String text) {
    views.read(text);
    masked.take(views.model());
    return takeShingles() < FEWEST_SHINGLES ? Optional.empty() : Optional.of(fingerprint());
  }

  private Fingerprint fingerprint() {
    int[] rows = new int[Fingerprint.ROWS];
    for (int row = 0; row < Fingerprint.ROWS; row++) {
      rows[row] = (int) (minima[row / LANES] >>> (row % LANES * LANE_BITS));
    }
    return Fingerprint.of(rows);
  }

  /** Gives about how many different shingles there are: exact for few. */
  private int takeShingles() {
    Arrays.fill(minima, HASHES);
    Arrays.fill(seen, 0);
    char[] chars = masked.chars();
    int length = masked.length();
    for (int i = 1; i < length; i++) {
      int size = Kind.of(chars[i]) == Kind.LETTER ? LETTERS : IDEOGRAPHS;
      if (i + 1 < size) {
        continue;
      }
      int hash = size;
      for (int k = 0; k < size; k++) {
        hash = (hash ^ chars[i - k]) * 0x9E3779B1;
      }
      long shingle = mixed(hash);
      seen[(int) (shingle >>> 62)] |= 1L << (shingle >>> 56);
      takeMinima(shingle);
    }
    int different = 0;
    for (long word : seen) {
      different += Long.bitCount(word);
    }
    return different;
  }

  /** Hashes a shingle for all rows and keeps the smaller, four rows at a time. */
  private void takeMinima(long shingle) {
    long[] least = minima;
    for (int word = 0; word < WORDS; word++) {
      long product = (shingle ^ XOR[word]) * MULTIPLY[word];
      long hash = (product ^ (product >>> 32)) & HASHES;
      // The free bit of a lane stays where the hash is not larger (Hacker's Delight, 2-18).
      long smaller = ((least[word] | ~HASHES) - hash) & ~HASHES;
      long take = smaller - (smaller >>> (LANE_BITS - 1));
      least[word] ^= (least[word] ^ hash) & take;
    }
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit depends on every bit. */
  private static long mixed(long hash) {
    long h = hash;
    h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
    h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
    return h ^ (h >>> 31);
  }
}
