package io.smswarden.filter.verdict;

/**
 * What a verdict was made with.
 *
 * @param model version of the text model's weights
 * @param signals version of the signal table with its weights, caps and thresholds
 * @param rules version of the operator's rules; empty when there are none
 */
public record Versions(String model, String signals, String rules) {

  /** Versions without rules. */
  public Versions(String model, String signals) {
    this(model, signals, "");
  }
}
