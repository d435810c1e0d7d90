package io.smswarden.filter.evaluation;

import java.util.ArrayList;
import java.util.List;

/** Whether scores are the probabilities that they say: the messages in bins of equal width. */
public final class Reliability {

  private static final int BINS = 10;

  /**
   * The messages of a range of scores.
   *
   * @param low lowest score of the range
   * @param high where the range ends
   * @param messages how many there are
   * @param spam how many of them are spam
   * @param scores the sum of their scores
   */
  public record Bin(double low, double high, int messages, int spam, double scores) {

    /** The mean score; NaN without messages. */
    public double meanScore() {
      return scores / messages;
    }

    /** The share of spam; NaN without messages. */
    public double share() {
      return spam / (double) messages;
    }
  }

  private Reliability() {}

  /** Ten bins by rising score; empty ones as well. */
  public static List<Bin> bins(List<Scored> scored) {
    int[] messages = new int[BINS];
    int[] spam = new int[BINS];
    double[] scores = new double[BINS];
    for (Scored message : scored) {
      int bin = Math.min(BINS - 1, (int) (message.score() * BINS));
      messages[bin]++;
      spam[bin] += message.unwanted() ? 1 : 0;
      scores[bin] += message.score();
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      double low = i / (double) BINS;
      bins.add(new Bin(low, (i + 1) / (double) BINS, messages[i], spam[i], scores[i]));
    }
    return bins;
  }
}
