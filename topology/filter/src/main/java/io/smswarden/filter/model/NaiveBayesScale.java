package io.smswarden.filter.model;

/**
 * How much each bucket tells by itself: the size of its log-count ratio between spam and ham, half
 * way to 1 (Wang and Manning, "Baselines and Bigrams", ACL 2012, section 2.3, interpolated on the
 * scale instead of the weights).
 */
final class NaiveBayesScale {

  private NaiveBayesScale() {}

  static float[] of(Rows rows, boolean[] unwanted, int[] use, int dimensions) {
    int[] spam = new int[dimensions];
    int[] ham = new int[dimensions];
    int spamRows = 0;
    for (int row : use) {
      spamRows += unwanted[row] ? 1 : 0;
      for (int bucket : rows.buckets(row)) {
        (unwanted[row] ? spam : ham)[bucket]++;
      }
    }
    int hamRows = use.length - spamRows;
    float[] scale = new float[dimensions];
    for (int bucket = 0; bucket < dimensions; bucket++) {
      double spamShare = (spam[bucket] + 1.0) / (spamRows + 2.0);
      double hamShare = (ham[bucket] + 1.0) / (hamRows + 2.0);
      scale[bucket] = (float) (0.5 + 0.5 * Math.abs(Math.log(spamShare / hamShare)));
    }
    return scale;
  }
}
