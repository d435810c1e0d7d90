package io.smswarden.filter.model;

/**
 * The weights of the category head for scoring: nine lanes in three numbers of three fields each,
 * so that an n-gram costs three additions. A field that falls below zero borrows from its upper
 * neighbour and gives back when the fields are taken apart, the lowest first.
 */
final class PackedLanes {

  private static final int FIELD = 21;
  private static final int FIELDS = 3;
  private static final int NUMBERS = 3;

  /** So many weights of at most 127 x 127 units stay within a field's 2^20 on either side. */
  private static final int MOST = 64;

  private final long[] numbers;

  /** Packs weights that stand gram by gram, lane by lane. */
  PackedLanes(byte[] weights) {
    if (CategoryScores.LANES != FIELDS * NUMBERS) {
      throw new IllegalStateException("there is room for as many categories as fields, no other");
    }
    numbers = new long[weights.length / FIELDS];
    for (int i = 0; i < numbers.length; i++) {
      for (int field = FIELDS - 1; field >= 0; field--) {
        numbers[i] = (numbers[i] << FIELD) + Quantised.units(weights[i * FIELDS + field]);
      }
    }
  }

  /** Adds what some hashes weigh to the lanes' sums, each so many times. */
  void add(int[] hashes, int from, int to, int shift, double times, double[] sums) {
    for (int start = from; start < to; start += MOST) {
      addFew(hashes, start, Math.min(to, start + MOST), shift, times, sums);
    }
  }

  private void addFew(int[] hashes, int from, int to, int shift, double times, double[] sums) {
    long[] table = numbers;
    long first = 0;
    long second = 0;
    long third = 0;
    for (int i = from; i < to; i++) {
      int at = (hashes[i] >>> shift) * NUMBERS;
      first += table[at];
      second += table[at + 1];
      third += table[at + 2];
    }
    takeApart(first, 0, times, sums);
    takeApart(second, FIELDS, times, sums);
    takeApart(third, 2 * FIELDS, times, sums);
  }

  private static void takeApart(long number, int lane, double times, double[] sums) {
    long rest = number;
    for (int field = 0; field < FIELDS; field++) {
      long sum = rest << (Long.SIZE - FIELD) >> (Long.SIZE - FIELD);
      sums[lane + field] += times * sum;
      rest = (rest - sum) >> FIELD;
    }
  }
}
