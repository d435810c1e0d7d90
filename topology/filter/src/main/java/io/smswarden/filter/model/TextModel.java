package io.smswarden.filter.model;

import io.smswarden.filter.text.TextViews;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A linear model of hashed n-grams, one for Chinese and one for all other texts, with two heads
 * each: the calibrated log-odds that a text is unwanted, and a score for each category. Immutable;
 * allocates nothing while it scores.
 */
public final class TextModel {

  /** The log-odds of a text without a single character to judge by. */
  static final double NOTHING_TO_JUDGE = -6;

  private final Part chinese;
  private final Part other;
  private final String version;

  /** What texts of one kind of script are judged with. */
  record Part(Head unwanted, Head categories) {}

  TextModel(Part chinese, Part other) {
    this.chinese = chinese;
    this.other = other;
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
    return grams.grams() == 0 ? NOTHING_TO_JUDGE : part(grams.chinese()).unwanted.output(grams);
  }

  /**
   * The score of the text with these grams for each category, the higher the likelier.
   *
   * @param into filled anew
   */
  public void categories(Grams grams, CategoryScores into) {
    part(grams.chinese()).categories.outputs(grams, into.lanes());
  }

  /**
   * The stretch of the text that speaks most for its being unwanted.
   *
   * @return start and end in the original text, the end in the low 32 bits
   */
  public long tellingSpan(TextViews views) {
    Head head = part(views.chinese()).unwanted;
    return TellingSpan.of(views.model(), head.weights().values(), 32 - head.bits());
  }

  private Part part(boolean hasChinese) {
    return hasChinese ? chinese : other;
  }

  Part chinese() {
    return chinese;
  }

  Part other() {
    return other;
  }
}
