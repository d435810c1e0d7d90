package io.smswarden.filter.model;

/**
 * Weights as signed bytes: the byte times its own size, times one unit. The many small weights keep
 * more of their precision than in equal steps, and reading one is still a multiplication.
 */
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
    float unit = largest / (STEPS * STEPS);
    byte[] values = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      values[i] =
          (byte) Math.round(Math.signum(weights[i]) * Math.sqrt(Math.abs(weights[i]) / unit));
    }
    return new Quantised(values, unit);
  }

  /** How many units a byte stands for. */
  static int units(byte value) {
    return value * Math.abs(value);
  }

  /** The bytes; not copied, since every gram of every message reads them. */
  byte[] values() {
    return values;
  }

  /** What one unit is worth. */
  float unit() {
    return unit;
  }
}
