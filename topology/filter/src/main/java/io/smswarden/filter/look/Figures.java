package io.smswarden.filter.look;

import io.smswarden.filter.model.CategoryScores;
import io.smswarden.filter.signal.Observations;
import io.smswarden.filter.signal.Signals;
import io.smswarden.filter.text.MappedText;
import io.smswarden.filter.text.Placeholder;
import io.smswarden.filter.text.TextViews;
import io.smswarden.filter.verdict.Category;

/**
 * The first stage's figures of one message, which the second look goes by: its log-odds, the
 * model's score and the signals' votes for each category, how many links and numbers there are, and
 * the length. A buffer to use again; not safe for use by many threads.
 */
public final class Figures {

  private static final Category[] CATEGORIES = Category.values();
  private static final int SHAPES = 4;

  /** How many inputs the network has. */
  static final int COUNT = 1 + 2 * CATEGORIES.length + SHAPES;

  /** Beyond this a score says nothing more. */
  private static final double LARGEST_SCORE = 8;

  /** Brings inputs near one, where a network learns best. */
  private static final double SCALE = 1 / 3.0;

  private static final int MOST_LINKS = 3;
  private static final int MOST_NUMBERS = 5;
  private static final int MOST_LONG_NUMBERS = 3;

  private final TextEvidence evidence;
  private final double[] inputs = new double[COUNT];
  private float[] hidden = new float[0];
  private double logOdds;

  /** A buffer for observations of these signals. */
  public Figures(Signals signals) {
    evidence = new TextEvidence(signals);
  }

  /**
   * Takes what was observed in a text.
   *
   * @return the first stage's log-odds that the text is unwanted, whoever sent it
   */
  public double take(double modelLogit, Observations seen) {
    evidence.take(seen);
    logOdds = modelLogit + evidence.logOdds();
    return logOdds;
  }

  /** Takes the rest; to be called after {@link #take}. */
  public void complete(CategoryScores model, TextViews views) {
    int next = 0;
    inputs[next++] = scaled(logOdds);
    for (Category category : CATEGORIES) {
      inputs[next++] = scaled(model.of(category));
    }
    for (Category category : CATEGORIES) {
      inputs[next++] = evidence.votes().of(category) * SCALE;
    }
    MappedText text = views.model();
    int links = 0;
    int numbers = 0;
    int longNumbers = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case Placeholder.LINK -> links++;
        case Placeholder.NUMBER -> numbers++;
        case Placeholder.LONG_NUMBER -> longNumbers++;
        default -> {}
      }
    }
    inputs[next++] = Math.min(MOST_LINKS, links);
    inputs[next++] = Math.min(MOST_NUMBERS, numbers);
    inputs[next++] = Math.min(MOST_LONG_NUMBERS, longNumbers);
    inputs[next] = StrictMath.log1p(text.length());
  }

  private static double scaled(double score) {
    return Math.max(-LARGEST_SCORE, Math.min(LARGEST_SCORE, score)) * SCALE;
  }

  /** The first stage's log-odds. */
  double logOdds() {
    return logOdds;
  }

  /** The inputs; valid until the next text. */
  double[] inputs() {
    return inputs;
  }

  /** Room for what so many hidden units hold; overwritten by the next network. */
  float[] hidden(int units) {
    if (hidden.length < units) {
      hidden = new float[units];
    }
    return hidden;
  }
}
