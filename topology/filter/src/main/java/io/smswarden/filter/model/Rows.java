package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.util.Arrays;
import java.util.List;

/**
 * Texts as sparse rows: the bucket of each n-gram, its count over the root of the number of all.
 */
final class Rows {

  private final int[][] buckets;
  private final float[][] values;

  private Rows(int[][] buckets, float[][] values) {
    this.buckets = buckets;
    this.values = values;
  }

  /** The whole rows for the binary head. */
  static Rows all(List<Example> examples, int bits) {
    return of(examples, bits, true);
  }

  /** The words alone for the category head. */
  static Rows words(List<Example> examples, int bits) {
    return of(examples, bits, false);
  }

  private static Rows of(List<Example> examples, int bits, boolean details) {
    TextViews views = new TextViews();
    Grams grams = new Grams();
    int[][] buckets = new int[examples.size()][];
    float[][] values = new float[examples.size()][];
    for (int row = 0; row < buckets.length; row++) {
      views.read(examples.get(row).text());
      grams.take(views);
      int count = details ? grams.count() : grams.words();
      int[] hashes = Arrays.copyOf(grams.hashes(), count);
      fill(hashes, bits, row, buckets, values);
    }
    return new Rows(buckets, values);
  }

  /** Grams that share a bucket count together, as they do when a text is scored. */
  private static void fill(int[] hashes, int bits, int row, int[][] buckets, float[][] values) {
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] >>>= 32 - bits;
    }
    Arrays.sort(hashes);
    int[] bucket = new int[hashes.length];
    float[] value = new float[hashes.length];
    float unit = (float) (1 / Math.sqrt(Math.max(1, hashes.length)));
    int distinct = 0;
    int i = 0;
    while (i < hashes.length) {
      int end = i;
      while (end < hashes.length && hashes[end] == hashes[i]) {
        end++;
      }
      bucket[distinct] = hashes[i];
      value[distinct++] = (end - i) * unit;
      i = end;
    }
    buckets[row] = Arrays.copyOf(bucket, distinct);
    values[row] = Arrays.copyOf(value, distinct);
  }

  /** Multiplies every value by its bucket's factor. */
  void scale(float[] factors) {
    for (int row = 0; row < buckets.length; row++) {
      for (int k = 0; k < buckets[row].length; k++) {
        values[row][k] *= factors[buckets[row][k]];
      }
    }
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
