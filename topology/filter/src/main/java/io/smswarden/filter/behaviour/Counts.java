package io.smswarden.filter.behaviour;

/**
 * What happened in half a day.
 *
 * @param messages sent
 * @param atNight how many of them came in the recipient's night
 * @param answers subscribers who wrote to the sender
 */
public record Counts(int messages, int atNight, int answers) {

  /** Nothing. */
  public static final Counts NONE = new Counts(0, 0, 0);

  Counts withMessage(boolean night) {
    return new Counts(messages + 1, atNight + (night ? 1 : 0), answers);
  }

  Counts withAnswer() {
    return new Counts(messages, atNight, answers + 1);
  }

  Counts plus(Counts other) {
    return new Counts(messages + other.messages, atNight + other.atNight, answers + other.answers);
  }
}
