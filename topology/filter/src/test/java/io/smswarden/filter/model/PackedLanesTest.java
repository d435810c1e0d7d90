package io.smswarden.filter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedLanesTest {

  private static final int BITS = 6;
  private static final int LANES = CategoryScores.LANES;
  private static final double LARGEST = 12;
  private static final double STEP = LARGEST / 63;
  private static final Offset<Double> WITHIN = Offset.offset(1e-6);

  /** Weights whose largest possible one is so large. */
  private static Quantised weights(byte[] values, double largest) {
    return new Quantised(values, (float) (largest / (127 * 127)));
  }

  private static double[] sums(Quantised weights, int[] hashes, double times) {
    double[] sums = new double[LANES];
    new PackedLanes(weights).add(hashes, 0, hashes.length, 32 - BITS, times, sums);
    return sums;
  }

  private static double[] oneByOne(Quantised weights, int[] hashes, double times) {
    double[] sums = new double[LANES];
    for (int hash : hashes) {
      for (int lane = 0; lane < LANES; lane++) {
        byte value = weights.values()[(hash >>> (32 - BITS)) * LANES + lane];
        double steps = Math.rint(Quantised.units(value) * (double) weights.unit() / STEP);
        sums[lane] += times * STEP * Math.max(-63, Math.min(63, steps));
      }
    }
    return sums;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 172, 20_000, 40_000})
  void addsAsIfLaneByLane(int grams) {
    Random random = new Random(1);
    byte[] values = new byte[LANES << BITS];
    random.nextBytes(values);
    Quantised weights = weights(values, LARGEST);
    int[] hashes = random.ints(grams).toArray();
    assertThat(sums(weights, hashes, 0.25))
        .containsExactly(oneByOne(weights, hashes, 0.25), WITHIN);
  }

  @ParameterizedTest
  @ValueSource(bytes = {-127, 127})
  void theLargestWeightsOverflowNoField(byte extreme) {
    byte[] values = new byte[LANES << BITS];
    Arrays.fill(values, extreme);
    values[0] = (byte) -extreme;
    Quantised weights = weights(values, LARGEST);
    int[] hashes = new int[40_000];
    assertThat(sums(weights, hashes, 1)).containsExactly(oneByOne(weights, hashes, 1), WITHIN);
  }

  @Test
  void whatIsBeyondTheLargestCountsAsTheLargest() {
    byte[] values = new byte[LANES << BITS];
    values[0] = 127;
    values[1] = -127;
    double[] expected = new double[LANES];
    expected[0] = LARGEST;
    expected[1] = -LARGEST;
    assertThat(sums(weights(values, 3 * LARGEST), new int[1], 1)).containsExactly(expected, WITHIN);
  }
}
