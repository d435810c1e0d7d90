package io.smswarden.filter.model;

/**
 * The weights of the category head for scoring: nine lanes of seven bits in one number, so that an
 * n-gram costs one place in memory. They are in equal steps and above zero, so that lanes can be
 * added without being told apart: every third one at a time, in fields of 21 bits.
 *
 * <p>By the development messages seven bits lose nothing: the categories' mean F1 is the same with
 * the file's finer weights.
 */
final class PackedLanes {

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

  /** Weights beyond this count no more: of ten thousand, one is larger. */
  private static final double LARGEST = 12;

  private static final double STEP = LARGEST / STEPS;

  private final long[] rows;

  /** Packs weights that stand gram by gram, lane by lane. */
  PackedLanes(Quantised weights) {
    if (CategoryScores.LANES != GROUPS * GROUPS) {
      throw new IllegalStateException("there is room for as many categories as fields, no other");
    }
    byte[] values = weights.values();
    rows = new long[values.length / CategoryScores.LANES];
    for (int row = 0; row < rows.length; row++) {
      for (int lane = CategoryScores.LANES - 1; lane >= 0; lane--) {
        byte value = values[row * CategoryScores.LANES + lane];
        long steps = Math.round(Quantised.units(value) * (double) weights.unit() / STEP);
        rows[row] = (rows[row] << BITS) | (ZERO + Math.max(-STEPS, Math.min(STEPS, steps)));
      }
    }
  }

  /** Adds what some hashes weigh to the lanes' sums, each so many times. */
  void add(int[] hashes, int from, int to, int shift, double times, double[] sums) {
    for (int start = from; start < to; start += MOST) {
      addFew(hashes, start, Math.min(to, start + MOST), shift, times * STEP, sums);
    }
  }

  private void addFew(int[] hashes, int from, int to, int shift, double step, double[] sums) {
    long[] table = rows;
    long first = 0;
    long second = 0;
    long third = 0;
    for (int i = from; i < to; i++) {
      long row = table[hashes[i] >>> shift];
      first += row & EVERY_THIRD;
      second += (row >>> BITS) & EVERY_THIRD;
      third += (row >>> (2 * BITS)) & EVERY_THIRD;
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
