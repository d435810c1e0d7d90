package io.smswarden.filter.complaint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/**
 * What a text is known again by after it was forwarded: with other blanks and punctuation, with
 * words before it, or cut. The text can't be read from it.
 *
 * <p>The sketch holds {@value #VALUES} minima of the text's shingles, 16 bits of each (b-bit
 * minwise hashing, Li and König 2010): the share of equal ones estimates the texts' resemblance
 * (Broder 1997), and two texts that have nothing in common share one with a probability of 2^-12.
 */
public final class TextPrint {

  static final int VALUES = 16;

  /** One equal minimum may be a shingle that many texts have. */
  private static final int LEAST_EQUAL = 2;

  private final long hash;
  private final short[] sketch;
  private final int shingles;

  TextPrint(long hash, short[] sketch, int shingles) {
    this.hash = hash;
    this.sketch = sketch.clone();
    this.shingles = shingles;
  }

  /**
   * The print that {@link #hash}, {@link #sketch} and {@link #shingles} gave.
   *
   * @throws IllegalArgumentException when they are of no print
   */
  public static TextPrint of(long hash, ByteBuffer sketch, int shingles) {
    Objects.requireNonNull(sketch, "sketch");
    if (sketch.remaining() != VALUES * Short.BYTES || shingles < 0) {
      throw new IllegalArgumentException(
          "a sketch of %d bytes and %d shingles is of no print"
              .formatted(sketch.remaining(), shingles));
    }
    short[] values = new short[VALUES];
    sketch.duplicate().asShortBuffer().get(values);
    return new TextPrint(hash, values, shingles);
  }

  /** 64-bit hash of the folded text without blanks and punctuation. */
  public long hash() {
    return hash;
  }

  /** The minima, two bytes each. */
  public ByteBuffer sketch() {
    ByteBuffer bytes = ByteBuffer.allocate(VALUES * Short.BYTES);
    bytes.asShortBuffer().put(sketch);
    return bytes;
  }

  /** How many different shingles the text has; 0 when it has neither letters nor digits. */
  public int shingles() {
    return shingles;
  }

  /** Whether nothing is left of the text that it could be known by. */
  public boolean blank() {
    return shingles == 0;
  }

  /**
   * How much of the shorter text is in the longer, in [0,1]: 1 for the same text. Estimated from
   * the resemblance r and the numbers of shingles a and b as r (a + b) / ((1 + r) min(a, b)).
   */
  public double containment(TextPrint other) {
    if (blank() || other.blank()) {
      return 0;
    }
    if (hash == other.hash) {
      return 1;
    }
    int equal = 0;
    for (int i = 0; i < VALUES; i++) {
      equal += sketch[i] == other.sketch[i] ? 1 : 0;
    }
    if (equal < LEAST_EQUAL) {
      return 0;
    }
    double resemblance = (double) equal / VALUES;
    double common = resemblance * (shingles + other.shingles) / (1 + resemblance);
    return Math.min(1, common / Math.min(shingles, other.shingles));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TextPrint other
        && hash == other.hash
        && shingles == other.shingles
        && Arrays.equals(sketch, other.sketch);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(hash);
  }

  @Override
  public String toString() {
    return "TextPrint[%d shingles]".formatted(shingles);
  }
}
