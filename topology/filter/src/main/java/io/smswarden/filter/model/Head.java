package io.smswarden.filter.model;

import java.util.Arrays;

/** Quantised weights of one or more outputs and the hash bits that choose them. */
final class Head {

  /** What an observation of the shape counts. */
  static final float SHAPE_VALUE = 0.2f;

  private final int bits;
  private final Quantised weights;
  private final double[] biases;
  private final PackedLanes lanes;

  /**
   * A head.
   *
   * @param bits a hash's first bits choose the weights
   * @param weights by bucket one for each output
   * @param biases one for each output
   */
  Head(int bits, Quantised weights, double[] biases) {
    this.bits = bits;
    this.weights = weights;
    this.biases = biases.clone();
    this.lanes = new PackedLanes(biases.length == 1 ? new Quantised(new byte[0], 0) : weights);
  }

  /** What each of so many n-grams counts: long texts weigh no more than short ones. */
  static double gramValue(int grams) {
    return 1 / Math.sqrt(Math.max(1, grams));
  }

  /** The single output. */
  double output(Grams grams) {
    byte[] values = weights.values();
    int shift = 32 - bits;
    int[] hashes = grams.hashes();
    int end = grams.grams();
    long sum = 0;
    for (int i = 0; i < end; i++) {
      sum += Quantised.units(values[hashes[i] >>> shift]);
    }
    long shape = 0;
    for (int i = end; i < grams.count(); i++) {
      shape += Quantised.units(values[hashes[i] >>> shift]);
    }
    return (sum * gramValue(end) + shape * (double) SHAPE_VALUE) * weights.unit() + biases[0];
  }

  /** The outputs of a head of the categories, written over what the array holds. */
  void outputs(Grams grams, double[] into) {
    int shift = 32 - bits;
    int[] hashes = grams.hashes();
    int end = grams.grams();
    Arrays.fill(into, 0);
    lanes.add(hashes, 0, end, shift, gramValue(end), into);
    lanes.add(hashes, end, grams.count(), shift, SHAPE_VALUE, into);
    for (int lane = 0; lane < biases.length; lane++) {
      into[lane] += biases[lane];
    }
  }

  int bits() {
    return bits;
  }

  Quantised weights() {
    return weights;
  }

  double[] biases() {
    return biases.clone();
  }
}
