package io.smswarden.filter.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * How sure the figures of {@link Metrics} are: 95 % intervals by Wilson's formula for the shares at
 * the threshold, and by the percentile bootstrap (Efron 1979) for all others, spam and ham drawn
 * apart so that no sample is without one of them. The same messages give the same intervals.
 */
public record Intervals(
    Interval precision,
    Interval recall,
    Interval f1,
    Interval rocAuc,
    Interval averagePrecision,
    Interval recallAtFpr01,
    Interval recallAtFpr05,
    Interval expectedCalibrationError) {

  private static final int SAMPLES = 1000;
  private static final long SEED = 1;

  /** The intervals of scored messages' figures. */
  public static Intervals of(List<Scored> scored) {
    int caught = (int) scored.stream().filter(s -> s.unwanted() && s.flagged()).count();
    int flagged = (int) scored.stream().filter(Scored::flagged).count();
    int spam = (int) scored.stream().filter(Scored::unwanted).count();
    List<Metrics> samples = samples(scored);
    return new Intervals(
        Interval.ofShare(caught, flagged),
        Interval.ofShare(caught, spam),
        middle(samples, Metrics::f1),
        middle(samples, Metrics::rocAuc),
        middle(samples, Metrics::averagePrecision),
        middle(samples, Metrics::recallAtFpr01),
        middle(samples, Metrics::recallAtFpr05),
        middle(samples, Metrics::expectedCalibrationError));
  }

  private static List<Metrics> samples(List<Scored> scored) {
    // Drawn from sorted messages and kept so, since ranking what is sorted costs least.
    List<Scored> sorted = new ArrayList<>(scored);
    sorted.sort(
        Comparator.comparing(Scored::unwanted)
            .thenComparing(Comparator.comparingDouble(Scored::score).reversed()));
    int ham = (int) sorted.stream().filter(s -> !s.unwanted()).count();
    SplittableRandom random = new SplittableRandom(SEED);
    List<Metrics> samples = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      int[] drawn = new int[sorted.size()];
      draw(random, drawn, 0, ham);
      draw(random, drawn, ham, drawn.length);
      List<Scored> sample = new ArrayList<>(drawn.length);
      for (int at = 0; at < drawn.length; at++) {
        for (int times = 0; times < drawn[at]; times++) {
          sample.add(sorted.get(at));
        }
      }
      samples.add(Metrics.of(sample));
    }
    return samples;
  }

  private static void draw(SplittableRandom random, int[] drawn, int from, int to) {
    for (int i = from; i < to; i++) {
      drawn[random.nextInt(from, to)]++;
    }
  }

  private static Interval middle(List<Metrics> samples, ToDoubleFunction<Metrics> figure) {
    double[] sorted = samples.stream().mapToDouble(figure).toArray();
    Arrays.sort(sorted);
    // NaN sorts last: a figure that a sample lacks, every sample lacks.
    int cut = SAMPLES / 40;
    return new Interval(sorted[cut], sorted[SAMPLES - 1 - cut]);
  }
}
