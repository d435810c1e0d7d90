package io.smswarden.app.delivery;

/**
 * What became of the alerts of a run.
 *
 * @param delivered how many arrived
 * @param undelivered how many were given up
 * @param passedOver how many were not tried
 * @param unreadable how many records were no alerts
 */
record Counts(long delivered, long undelivered, long passedOver, long unreadable) {}
