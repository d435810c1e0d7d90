/**
 * Signals: small observations that explain themselves. Most are rows of {@code signals.yaml}; those
 * a table can't say are a class each. None decides: weights, caps and thresholds are in the table.
 */
package io.smswarden.filter.signal;
