package io.smswarden.filter.campaign;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is left of a text when only its likeness to other texts is asked for: {@value #ROWS} minima
 * of hashed shingles (MinHash: Broder, On the resemblance and containment of documents, 1997), of
 * each the lowest 8 bits (b-bit minwise hashing: Li and König, 2010). The share of equal rows of
 * two texts estimates the share of shingles they have in common, with a standard error of at most
 * 0.0625; unrelated rows are equal once in 256.
 *
 * <p>Four rows at a time are a band. Texts that share half of their shingles have an equal band
 * with probability 1 - (1 - 0.5^4)^16 = 0.64, those that share 0.7 of them with 0.99 (Leskovec,
 * Rajaraman and Ullman, Mining of Massive Datasets, 3.4.2).
 */
public final class Fingerprint {

  /** Minima of a fingerprint. */
  static final int ROWS = 64;

  /** Bands of a fingerprint, of 32 bits each. */
  static final int BANDS = 16;

  /** From this share of equal rows on, two texts are the same but for their particulars. */
  public static final double ALIKE = 0.5;

  private static final int ROWS_ALIKE = (int) (ALIKE * ROWS);
  private static final int WORDS = ROWS / Long.BYTES;
  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  private final long[] rows;

  private Fingerprint(long[] rows) {
    this.rows = rows;
  }

  /** The fingerprint with these minima. */
  static Fingerprint of(int[] minima) {
    long[] rows = new long[WORDS];
    for (int row = 0; row < ROWS; row++) {
      rows[row / Long.BYTES] |= (minima[row] & 0xFFL) << (row % Long.BYTES * Byte.SIZE);
    }
    return new Fingerprint(rows);
  }

  /**
   * The fingerprint that {@link #bytes} gave.
   *
   * @throws IllegalArgumentException when it did not
   */
  public static Fingerprint of(ByteBuffer bytes) {
    if (bytes.remaining() != ROWS) {
      throw new IllegalArgumentException(
          "a fingerprint has %d bytes, not %d".formatted(ROWS, bytes.remaining()));
    }
    long[] rows = new long[WORDS];
    bytes.duplicate().asLongBuffer().get(rows);
    return new Fingerprint(rows);
  }

  /** The fingerprint in {@value #ROWS} bytes. */
  public ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(ROWS);
    bytes.asLongBuffer().put(rows);
    return bytes;
  }

  /** A name for whatever this text is the first of; the same text gives the same. */
  public String id() {
    long hash = 0;
    for (long word : rows) {
      hash = (hash ^ word) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return "c-" + HexFormat.of().toHexDigits(hash, 12);
  }

  int band(int band) {
    return (int) (rows[band / 2] >>> (band % 2 * Integer.SIZE));
  }

  /** How many of the {@value #ROWS} rows are equal. */
  int equalRows(Fingerprint other) {
    int equal = 0;
    for (int i = 0; i < WORDS; i++) {
      long difference = rows[i] ^ other.rows[i];
      // The high bit of a byte becomes 0 where the byte is 0 (Warren, Hacker's Delight, 6-1).
      long differs = ((difference & LOW_BITS) + LOW_BITS) | difference | LOW_BITS;
      equal += Long.bitCount(~differs);
    }
    return equal;
  }

  /** Estimated share of shingles that both texts have, in [0,1]. */
  public double similarity(Fingerprint other) {
    return equalRows(other) / (double) ROWS;
  }

  /** Whether the texts are the same but for their particulars. */
  public boolean isAlike(Fingerprint other) {
    return equalRows(other) >= ROWS_ALIKE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint fingerprint && Arrays.equals(rows, fingerprint.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(rows);
  }

  @Override
  public String toString() {
    return id();
  }
}
