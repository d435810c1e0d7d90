package io.smswarden.filter.model;

import io.smswarden.filter.text.Kind;
import io.smswarden.filter.text.MappedText;
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

  /** Calibrated log-odds that the text is unwanted. */
  public double logit(TextViews views) {
    byte[] weights = head.weights.values();
    int shift = 32 - head.bits;
    long sum = 0;
    int grams = 0;
    MappedText words = views.model();
    char[] chars = words.array();
    for (int i = 0; i < words.length(); i++) {
      int longest = Math.min(NGrams.longest(Kind.of(chars[i])), i + 1);
      int hash = NGrams.WORD_SEED;
      for (int k = 0; k < longest; k++) {
        hash = NGrams.extend(hash, chars[i - k]);
        sum += weights[hash >>> shift];
      }
      grams += longest;
    }
    MappedText details = views.detail();
    chars = details.array();
    for (int i = 0; i < details.length(); i++) {
      int longest = Math.min(NGrams.longest(Kind.of(chars[i])), i + 1);
      int hash = NGrams.DETAIL_SEED;
      boolean detail = false;
      for (int k = 0; k < longest; k++) {
        char c = chars[i - k];
        hash = NGrams.extend(hash, c);
        detail |= !NGrams.isWord(Kind.of(c));
        if (detail) {
          sum += weights[hash >>> shift];
          grams++;
        }
      }
    }
    return grams == 0 ? NOTHING_TO_JUDGE : sum * head.weights.unit() / Math.sqrt(grams) + bias;
  }

  /**
   * The text's score for each category, the higher the likelier.
   *
   * @param into filled anew
   */
  public void categories(TextViews views, CategoryScores into) {
    double[] scores = into.lanes();
    byte[] weights = categories.weights.values();
    int shift = 32 - categories.bits;
    MappedText words = views.model();
    char[] chars = words.array();
    int grams = 0;
    into.clear();
    for (int i = 0; i < words.length(); i++) {
      int longest = Math.min(NGrams.longest(Kind.of(chars[i])), i + 1);
      int hash = NGrams.WORD_SEED;
      for (int k = 0; k < longest; k++) {
        hash = NGrams.extend(hash, chars[i - k]);
        int at = (hash >>> shift) * CategoryScores.LANES;
        for (int c = 0; c < CategoryScores.LANES; c++) {
          scores[c] += weights[at + c];
        }
      }
      grams += longest;
    }
    double unit = categories.weights.unit() / Math.sqrt(Math.max(1, grams));
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
