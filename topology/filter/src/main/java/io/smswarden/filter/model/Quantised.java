package io.smswarden.filter.model;

/** Weights as signed bytes, each a multiple of one unit. */
final class Quantised {

  private static final int STEPS = 127;

  private final byte[] values;
  private final float unit;

  Quantised(byte[] values, float unit) {
    this.values = values;
    this.unit = unit;
  }

  static Quantised of(float[] weights) {
    float largest = 1e-9f;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float unit = largest / STEPS;
    byte[] values = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      values[i] = (byte) Math.round(weights[i] / unit);
    }
    return new Quantised(values, unit);
  }

  /** The weights over the unit; not copied, since every gram of every message reads it. */
  byte[] values() {
    return values;
  }

  /** What one step is worth. */
  float unit() {
    return unit;
  }
}
