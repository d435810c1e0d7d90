package io.smswarden.filter.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labelled messages by falling score: what every threshold would give. */
public final class Ranking {

  /** What is at or above one score. */
  private record Level(int truePositives, int falsePositives) {}

  private final List<Level> levels = new ArrayList<>();
  private int spam;
  private int ham;

  private Ranking() {}

  /** Ranks scored messages. */
  public static Ranking of(List<Scored> scored) {
    List<Scored> sorted = new ArrayList<>(scored);
    sorted.sort(Comparator.comparingDouble(Scored::score).reversed());
    Ranking ranking = new Ranking();
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i).unwanted()) {
        ranking.spam++;
      } else {
        ranking.ham++;
      }
      if (i + 1 == sorted.size() || sorted.get(i + 1).score() != sorted.get(i).score()) {
        ranking.levels.add(new Level(ranking.spam, ranking.ham));
      }
    }
    return ranking;
  }

  double rocAuc() {
    double area = 0;
    Level before = new Level(0, 0);
    for (Level level : levels) {
      int width = level.falsePositives - before.falsePositives;
      area += width * (level.truePositives + before.truePositives) / 2.0;
      before = level;
    }
    return area / ((double) spam * ham);
  }

  double averagePrecision() {
    double sum = 0;
    Level before = new Level(0, 0);
    for (Level level : levels) {
      double precision =
          level.truePositives / (double) (level.truePositives + level.falsePositives);
      sum += (level.truePositives - before.truePositives) * precision;
      before = level;
    }
    return sum / spam;
  }

  /**
   * The largest recall of a threshold with at most so large a false-positive rate; NaN without spam
   * or without ham.
   */
  public double recallAtFalsePositiveRate(double rate) {
    double best = 0;
    for (Level level : levels) {
      if (ham > 0 && level.falsePositives <= rate * ham) {
        best = Math.max(best, level.truePositives);
      }
    }
    return ham == 0 || spam == 0 ? Double.NaN : best / spam;
  }

  /** The precision of the highest threshold that reaches so large a recall; NaN without spam. */
  public double precisionAtRecall(double recall) {
    for (Level level : levels) {
      if (level.truePositives > 0 && level.truePositives >= recall * spam) {
        return level.truePositives / (double) (level.truePositives + level.falsePositives);
      }
    }
    return Double.NaN;
  }

  /** How many messages are not spam. */
  public int ham() {
    return ham;
  }
}
