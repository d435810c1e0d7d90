package io.smswarden.filter.verdict;

/**
 * What a verdict was made with.
 *
 * @param model version of the text model's weights
 * @param signals version of the signal table with its weights, caps and thresholds
 */
public record Versions(String model, String signals) {}
