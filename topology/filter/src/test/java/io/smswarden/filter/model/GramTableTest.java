package io.smswarden.filter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smswarden.filter.text.TextViews;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GramTableTest {

  private static final int BITS = 6;
  private static final int LANES = CategoryScores.LANES;
  private static final double LARGEST = 12;
  private static final double STEP = LARGEST / 63;
  private static final Offset<Double> WITHIN = Offset.offset(1e-6);

  /** Grams of a text of so many different ideographs. */
  private static Grams grams(int characters) {
    String text =
        IntStream.range(0, characters)
            .mapToObj(i -> Character.toString(0x4E00 + i * 7 % 20_000))
            .collect(Collectors.joining());
    TextViews views = new TextViews();
    views.read(text);
    Grams grams = new Grams();
    grams.take(views);
    return grams;
  }

  /** Weights whose largest possible one is so large. */
  private static Quantised quantised(byte[] values, double largest) {
    return new Quantised(values, (float) (largest / (127 * 127)));
  }

  private static Head head(int bits, byte[] weights, int outputs) {
    double[] biases = new double[outputs];
    Arrays.setAll(biases, lane -> lane - 1.5);
    return new Head(bits, quantised(weights, LARGEST), biases);
  }

  private static double units(Head head, int lane, int lanes, int hash) {
    int bucket = hash >>> (32 - head.bits());
    return Quantised.units(head.weights().values()[bucket * lanes + lane])
        * (double) head.weights().unit();
  }

  private static double step(double weight) {
    return STEP * Math.max(-63, Math.min(63, Math.rint(weight / STEP)));
  }

  private static double times(Grams grams, int i) {
    return i < grams.grams() ? Head.gramValue(grams.grams()) : Head.SHAPE_VALUE;
  }

  private static void assertAsOneByOne(Head unwanted, Head categories, Grams grams) {
    GramTable table = new GramTable(unwanted, categories);
    double expected = unwanted.biases()[0];
    double[] scores = categories.biases();
    for (int i = 0; i < grams.count(); i++) {
      int hash = grams.hashes()[i];
      expected += times(grams, i) * units(unwanted, 0, 1, hash);
      for (int lane = 0; lane < LANES; lane++) {
        scores[lane] += times(grams, i) * step(units(categories, lane, LANES, hash));
      }
    }
    assertThat(table.unwanted(grams)).isCloseTo(expected, WITHIN);
    double[] filled = new double[LANES];
    Arrays.fill(filled, 7);
    table.categories(grams, filled);
    assertThat(filled).containsExactly(scores, WITHIN);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 40", "2, 172", "3, 5000", "3, 20000"})
  void addsAsIfLaneByLane(int finer, int characters) {
    Random random = new Random(finer);
    byte[] weights = new byte[1 << (BITS + finer)];
    byte[] lanes = new byte[LANES << BITS];
    random.nextBytes(weights);
    random.nextBytes(lanes);
    assertAsOneByOne(head(BITS + finer, weights, 1), head(BITS, lanes, LANES), grams(characters));
  }

  @ParameterizedTest
  @ValueSource(bytes = {-127, 127})
  void theLargestWeightsOverflowNoField(byte extreme) {
    byte[] weights = new byte[1 << BITS];
    byte[] lanes = new byte[LANES << BITS];
    Arrays.fill(weights, extreme);
    Arrays.fill(lanes, extreme);
    lanes[0] = (byte) -extreme;
    assertAsOneByOne(head(BITS, weights, 1), head(BITS, lanes, LANES), grams(20_000));
  }

  @Test
  void whatIsBeyondTheLargestCountsAsTheLargest() {
    byte[] lanes = new byte[LANES << BITS];
    Arrays.fill(lanes, (byte) 127);
    Head larger = new Head(BITS, quantised(lanes, 3 * LARGEST), new double[LANES]);
    Head largest = new Head(BITS, quantised(lanes, LARGEST), new double[LANES]);
    double[] beyond = new double[LANES];
    double[] expected = new double[LANES];
    new GramTable(Head.none(BITS), larger).categories(grams(40), beyond);
    new GramTable(Head.none(BITS), largest).categories(grams(40), expected);
    assertThat(beyond).containsExactly(expected, WITHIN);
  }

  @Test
  void aHeadOfNothingWeighsNothing() {
    Head categories = head(BITS, new byte[LANES << BITS], LANES);
    assertThat(new GramTable(Head.none(BITS), categories).unwanted(grams(40))).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4})
  void refusesHeadsThatShareNoRow(int finer) {
    Head categories = head(BITS, new byte[LANES << BITS], LANES);
    Head unwanted = Head.none(BITS + finer);
    assertThatThrownBy(() -> new GramTable(unwanted, categories))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 3 more are allowed");
  }
}
