package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A linear model of hashed character n-grams with two heads: the calibrated log-odds that a text is
 * unwanted, and a score for each category. Immutable; allocates nothing while it scores.
 */
public final class TextModel {

  /** The log-odds of a text without a single character to judge by. */
  private static final double NOTHING_TO_JUDGE = -6;

  private final Head head;
  private final Head categories;
  private final double bias;
  private final double[] categoryBiases;
  private final String version;

  /** A head's quantised weights and the hash bits that choose one. */
  record Head(int bits, Quantised weights) {}

  TextModel(Head head, double bias, Head categories, double[] categoryBiases) {
    this.head = head;
    this.bias = bias;
    this.categories = categories;
    this.categoryBiases = categoryBiases.clone();
    this.version = ModelFile.contentHash(this);
  }

  /** Reads a model that {@link #write} wrote; an {@link IOException} says what is wrong with it. */
  public static TextModel read(InputStream in) throws IOException {
    return ModelFile.read(in);
  }

  /** Writes the model's file: versioned, the same bytes for the same model. */
  public void write(OutputStream out) throws IOException {
    ModelFile.write(this, out);
  }

  /** Hash of the weights and parameters, in hexadecimal. */
  public String version() {
    return version;
  }

  /** Calibrated log-odds that the text with these grams is unwanted. */
  public double logit(Grams grams) {
    byte[] weights = head.weights.values();
    int shift = 32 - head.bits;
    int[] hashes = grams.hashes();
    int count = grams.count();
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += Quantised.units(weights[hashes[i] >>> shift]);
    }
    return count == 0 ? NOTHING_TO_JUDGE : sum * head.weights.unit() / Math.sqrt(count) + bias;
  }

  /**
   * The score of the text with these grams for each category, the higher the likelier.
   *
   * @param into filled anew
   */
  public void categories(Grams grams, CategoryScores into) {
    byte[] weights = categories.weights.values();
    int shift = 32 - categories.bits;
    int[] hashes = grams.hashes();
    int words = grams.words();
    double[] scores = into.lanes();
    into.clear();
    for (int i = 0; i < words; i++) {
      int at = (hashes[i] >>> shift) * CategoryScores.LANES;
      for (int c = 0; c < CategoryScores.LANES; c++) {
        scores[c] += Quantised.units(weights[at + c]);
      }
    }
    double unit = categories.weights.unit() / Math.sqrt(Math.max(1, words));
    for (int c = 0; c < CategoryScores.LANES; c++) {
      scores[c] = scores[c] * unit + categoryBiases[c];
    }
  }

  /**
   * The stretch of the text that speaks most for its being unwanted.
   *
   * @return start and end in the original text, the end in the low 32 bits
   */
  public long tellingSpan(TextViews views) {
    return TellingSpan.of(views.model(), head.weights.values(), 32 - head.bits);
  }

  Head head() {
    return head;
  }

  Head categoryHead() {
    return categories;
  }

  double bias() {
    return bias;
  }

  double[] categoryBiases() {
    return categoryBiases.clone();
  }
}
