package io.smswarden.filter.model;

import java.util.Arrays;

/**
 * Both heads' weights as they are read while scoring: what an n-gram weighs for either stands in
 * one row of 16 bytes, so that it costs one place in memory, which is most of the work. Whoever
 * asks for the categories of a text just weighed finds the rows in the first-level cache.
 *
 * <p>The row is chosen by the bits of the hash that the categories go by. Its first number holds
 * the unwanted head's weights, a byte each, of the up to eight buckets that those bits leave open.
 * The second holds the categories' nine lanes, seven bits each, in equal steps and above zero, so
 * that they can be added without being told apart: every third one at a time, in fields of 21 bits.
 * By the development messages seven bits lose nothing: the categories' mean F1 is the same with the
 * file's finer weights.
 */
final class GramTable {

  /** Most bits by which the unwanted head may be finer: as many bytes as a number holds. */
  static final int MOST_FINER_BITS = 3;

  private static final int BITS = 7;
  private static final int GROUPS = 3;
  private static final int FIELD = GROUPS * BITS;

  /** The lanes 0, 3 and 6. */
  private static final long EVERY_THIRD = 0x7FL | (0x7FL << FIELD) | (0x7FL << (2 * FIELD));

  private static final long ONE_FIELD = (1L << FIELD) - 1;

  /** What stands for a weight of zero. */
  private static final int ZERO = 1 << (BITS - 1);

  private static final int STEPS = ZERO - 1;

  /** So many weights stay within a field. */
  private static final int MOST = 1 << (FIELD - BITS);

  /** Weights of categories beyond this count no more: of ten thousand, one is larger. */
  private static final double LARGEST = 12;

  private static final double STEP = LARGEST / STEPS;

  private final long[] table;
  private final int rowShift;
  private final int weightShift;
  private final int weightMask;
  private final double unit;
  private final double bias;
  private final double[] categoryBiases;

  /**
   * Lays out two heads.
   *
   * @throws IllegalArgumentException when the unwanted head is coarser than the categories' or more
   *     than eight times as fine
   */
  GramTable(Head unwanted, Head categories) {
    if (CategoryScores.LANES != GROUPS * GROUPS) {
      throw new IllegalStateException("there is room for as many categories as fields, no other");
    }
    int finer = unwanted.bits() - categories.bits();
    if (finer < 0 || finer > MOST_FINER_BITS) {
      throw new IllegalArgumentException(
          "a head of %d bits beside categories of %d: 0 to %d more are allowed"
              .formatted(unwanted.bits(), categories.bits(), MOST_FINER_BITS));
    }
    rowShift = Integer.SIZE - categories.bits();
    weightShift = Integer.SIZE - unwanted.bits();
    weightMask = (1 << finer) - 1;
    unit = unwanted.weights().unit();
    bias = unwanted.biases()[0];
    categoryBiases = categories.biases();
    table = new long[2 << categories.bits()];
    byte[] weights = unwanted.weights().values();
    for (int bucket = 0; bucket < weights.length; bucket++) {
      table[(bucket >>> finer) * 2] |= (weights[bucket] & 0xFFL) << ((bucket & weightMask) * 8);
    }
    for (int row = 0; row < 1 << categories.bits(); row++) {
      table[row * 2 + 1] = packed(categories.weights(), row);
    }
  }

  private static long packed(Quantised weights, int row) {
    long packed = 0;
    for (int lane = CategoryScores.LANES - 1; lane >= 0; lane--) {
      byte value = weights.values()[row * CategoryScores.LANES + lane];
      long steps = Math.round(Quantised.units(value) * (double) weights.unit() / STEP);
      packed = (packed << BITS) | (ZERO + Math.max(-STEPS, Math.min(STEPS, steps)));
    }
    return packed;
  }

  /** The unwanted head's output. */
  double unwanted(Grams grams) {
    int[] hashes = grams.hashes();
    int end = grams.grams();
    double words = sum(hashes, 0, end) * Head.gramValue(end);
    double shape = sum(hashes, end, grams.count()) * (double) Head.SHAPE_VALUE;
    return (words + shape) * unit + bias;
  }

  private long sum(int[] hashes, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += weight(hashes[i]);
    }
    return sum;
  }

  /** What a hash weighs for the text's being unwanted, in units. */
  int weight(int hash) {
    long weights = table[(hash >>> rowShift) * 2];
    return Quantised.units((byte) (weights >>> (((hash >>> weightShift) & weightMask) * 8)));
  }

  /** The category head's outputs, written over what the array holds. */
  void categories(Grams grams, double[] into) {
    int[] hashes = grams.hashes();
    int end = grams.grams();
    Arrays.fill(into, 0);
    add(hashes, 0, end, Head.gramValue(end), into);
    add(hashes, end, grams.count(), Head.SHAPE_VALUE, into);
    for (int lane = 0; lane < categoryBiases.length; lane++) {
      into[lane] += categoryBiases[lane];
    }
  }

  /** Adds what some hashes weigh to the lanes' sums, each so many times. */
  private void add(int[] hashes, int from, int to, double times, double[] sums) {
    for (int start = from; start < to; start += MOST) {
      addFew(hashes, start, Math.min(to, start + MOST), times * STEP, sums);
    }
  }

  private void addFew(int[] hashes, int from, int to, double step, double[] sums) {
    long first = 0;
    long second = 0;
    long third = 0;
    for (int i = from; i < to; i++) {
      long lanes = table[(hashes[i] >>> rowShift) * 2 + 1];
      first += lanes & EVERY_THIRD;
      second += (lanes >>> BITS) & EVERY_THIRD;
      third += (lanes >>> (2 * BITS)) & EVERY_THIRD;
    }
    int zero = (to - from) * ZERO;
    takeApart(first, 0, zero, step, sums);
    takeApart(second, 1, zero, step, sums);
    takeApart(third, 2, zero, step, sums);
  }

  private static void takeApart(long group, int first, int zero, double step, double[] sums) {
    for (int field = 0; field < GROUPS; field++) {
      long sum = (group >>> (field * FIELD)) & ONE_FIELD;
      sums[first + field * GROUPS] += step * (sum - zero);
    }
  }
}
