package io.smswarden.filter.evaluation;

/**
 * A labelled message's score.
 *
 * @param unwanted its label
 * @param score the filter's score, in [0,1]
 * @param flagged whether the filter would warn
 */
public record Scored(boolean unwanted, double score, boolean flagged) {}
