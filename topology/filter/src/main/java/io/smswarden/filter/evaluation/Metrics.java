package io.smswarden.filter.evaluation;

import java.util.List;

/**
 * The figures of a filter on labelled messages. A figure that the messages can't give, such as the
 * area under a curve without ham, is NaN.
 *
 * @param messages how many messages
 * @param spam how many of them are labelled spam
 * @param ham how many are labelled ham
 * @param precision share of spam among the flagged
 * @param recall share of flagged among the spam
 * @param f1 2PR/(P+R)
 * @param rocAuc probability that a spam's score is above a ham's, ties counted half (Mann-Whitney)
 * @param averagePrecision sum over score levels of (R_n - R_(n-1)) P_n, not interpolated
 * @param recallAtFpr01 largest recall of a threshold with a false-positive rate of at most 0.1 %
 * @param recallAtFpr05 the same at 0.5 %
 * @param expectedCalibrationError see {@link CalibrationError}
 */
public record Metrics(
    int messages,
    int spam,
    int ham,
    double precision,
    double recall,
    double f1,
    double rocAuc,
    double averagePrecision,
    double recallAtFpr01,
    double recallAtFpr05,
    double expectedCalibrationError) {

  /** The figures of scored messages. */
  public static Metrics of(List<Scored> scored) {
    int spam = (int) scored.stream().filter(Scored::unwanted).count();
    int ham = scored.size() - spam;
    double caught = scored.stream().filter(s -> s.unwanted() && s.flagged()).count();
    double flagged = scored.stream().filter(Scored::flagged).count();
    double precision = caught / flagged;
    double recall = caught / spam;
    Ranking ranking = Ranking.of(scored);
    return new Metrics(
        scored.size(),
        spam,
        ham,
        precision,
        recall,
        caught == 0 ? 0 : 2 * precision * recall / (precision + recall),
        ranking.rocAuc(),
        ranking.averagePrecision(),
        ranking.recallAtFalsePositiveRate(0.001),
        ranking.recallAtFalsePositiveRate(0.005),
        CalibrationError.of(scored));
  }
}
