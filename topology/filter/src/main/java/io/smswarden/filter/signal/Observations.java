package io.smswarden.filter.signal;

import java.util.Arrays;

/**
 * What was observed in one message, by row of the table: a buffer to use again. Not safe for use by
 * many threads.
 */
public final class Observations {

  private int[] rows = new int[16];
  private double[] strengths = new double[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int count;

  /** Forgets all observations. */
  public void clear() {
    count = 0;
  }

  /**
   * Adds an observation.
   *
   * @param row index of the signal's row
   * @param strength in [0,1]
   * @param start first UTF-16 offset in the original text
   * @param end offset behind it; equal to the start when the evidence is not in the text
   */
  public void add(int row, double strength, int start, int end) {
    if (count == rows.length) {
      int capacity = count * 2;
      rows = Arrays.copyOf(rows, capacity);
      strengths = Arrays.copyOf(strengths, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    rows[count] = row;
    strengths[count] = Math.max(0, Math.min(1, strength));
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  /** How many observations there are. */
  public int count() {
    return count;
  }

  /** Index of the signal's row. */
  public int row(int index) {
    return rows[index];
  }

  /** How strongly it was observed, in [0,1]. */
  public double strength(int index) {
    return strengths[index];
  }

  /** First UTF-16 offset of the evidence in the original text. */
  public int start(int index) {
    return starts[index];
  }

  /** Offset behind the evidence. */
  public int end(int index) {
    return ends[index];
  }
}
