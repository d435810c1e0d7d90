package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.Arrays;
import java.util.List;

/** Texts as sparse rows: the bucket of each hash and its value. */
final class Rows {

  private final int[][] buckets;
  private final float[][] values;

  private Rows(int[][] buckets, float[][] values) {
    this.buckets = buckets;
    this.values = values;
  }

  static Rows of(List<Example> examples, int bits) {
    TextViews views = new TextViews();
    Grams grams = new Grams();
    int[][] buckets = new int[examples.size()][];
    float[][] values = new float[examples.size()][];
    for (int row = 0; row < buckets.length; row++) {
      views.read(examples.get(row).text());
      grams.take(views);
      fill(grams, bits, row, buckets, values);
    }
    return new Rows(buckets, values);
  }

  /** Hashes that share a bucket count together, as they do when a text is scored. */
  private static void fill(Grams grams, int bits, int row, int[][] buckets, float[][] values) {
    int count = grams.count();
    float unit = (float) Head.gramValue(grams.grams());
    long[] entries = new long[count];
    for (int i = 0; i < count; i++) {
      float value = i < grams.grams() ? unit : Head.SHAPE_VALUE;
      int bucket = grams.hashes()[i] >>> (32 - bits);
      entries[i] = ((long) bucket << 32) | Float.floatToIntBits(value);
    }
    Arrays.sort(entries);
    int[] bucket = new int[count];
    float[] value = new float[count];
    int distinct = 0;
    for (long entry : entries) {
      int place = (int) (entry >>> 32);
      if (distinct == 0 || bucket[distinct - 1] != place) {
        bucket[distinct++] = place;
      }
      value[distinct - 1] += Float.intBitsToFloat((int) entry);
    }
    buckets[row] = Arrays.copyOf(bucket, distinct);
    values[row] = Arrays.copyOf(value, distinct);
  }

  /** The same rows with every value multiplied by its bucket's factor. */
  Rows scaled(float[] factors) {
    float[][] scaled = new float[values.length][];
    for (int row = 0; row < scaled.length; row++) {
      scaled[row] = values[row].clone();
      for (int k = 0; k < scaled[row].length; k++) {
        scaled[row][k] *= factors[buckets[row][k]];
      }
    }
    return new Rows(buckets, scaled);
  }

  /** The distinct buckets of a row, ascending. */
  int[] buckets(int row) {
    return buckets[row];
  }

  /** The values of a row's buckets. */
  float[] values(int row) {
    return values[row];
  }

  int size() {
    return buckets.length;
  }

  double dot(int row, float[] weights) {
    double sum = 0;
    int[] bucket = buckets[row];
    float[] value = values[row];
    for (int k = 0; k < bucket.length; k++) {
      sum += weights[bucket[k]] * value[k];
    }
    return sum;
  }

  void add(int row, double step, float[] weights) {
    int[] bucket = buckets[row];
    float[] value = values[row];
    for (int k = 0; k < bucket.length; k++) {
      weights[bucket[k]] += (float) (step * value[k]);
    }
  }

  double squaredNorm(int row) {
    double sum = 0;
    for (float value : values[row]) {
      sum += value * value;
    }
    return sum;
  }
}
