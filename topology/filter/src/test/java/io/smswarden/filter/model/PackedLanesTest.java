package io.smswarden.filter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedLanesTest {

  private static final int BITS = 6;
  private static final int GRAMS = 1000;

  private static double[] sums(byte[] weights, int[] hashes) {
    double[] sums = new double[CategoryScores.LANES];
    new PackedLanes(weights).add(hashes, 0, hashes.length, 32 - BITS, 1, sums);
    return sums;
  }

  private static double[] oneByOne(byte[] weights, int[] hashes) {
    double[] sums = new double[CategoryScores.LANES];
    for (int hash : hashes) {
      for (int lane = 0; lane < sums.length; lane++) {
        sums[lane] +=
            Quantised.units(weights[(hash >>> (32 - BITS)) * CategoryScores.LANES + lane]);
      }
    }
    return sums;
  }

  @Test
  void addsAsIfLaneByLane() {
    Random random = new Random(1);
    byte[] weights = new byte[CategoryScores.LANES << BITS];
    random.nextBytes(weights);
    int[] hashes = random.ints(GRAMS).toArray();
    assertThat(sums(weights, hashes)).isEqualTo(oneByOne(weights, hashes));
  }

  @Test
  void theLargestWeightsOverflowNoField() {
    for (byte extreme : new byte[] {-127, 127}) {
      byte[] weights = new byte[CategoryScores.LANES << BITS];
      Arrays.fill(weights, extreme);
      weights[0] = (byte) -extreme;
      int[] hashes = new int[GRAMS];
      assertThat(sums(weights, hashes)).isEqualTo(oneByOne(weights, hashes));
    }
  }
}
