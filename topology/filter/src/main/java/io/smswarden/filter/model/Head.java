package io.smswarden.filter.model;

/** Quantised weights of one or more outputs and the hash bits that choose them. */
final class Head {

  /** What an observation of the shape counts. */
  static final float SHAPE_VALUE = 0.2f;

  private final int bits;
  private final Quantised weights;
  private final double[] biases;

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
  }

  /** A head of one output that weighs nothing. */
  static Head none(int bits) {
    return new Head(bits, Quantised.of(new float[1 << bits]), new double[1]);
  }

  /** What each of so many n-grams counts: long texts weigh no more than short ones. */
  static double gramValue(int grams) {
    return 1 / Math.sqrt(Math.max(1, grams));
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
