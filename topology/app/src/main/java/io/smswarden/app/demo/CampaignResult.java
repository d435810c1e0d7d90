package io.smswarden.app.demo;

import io.smswarden.filter.verdict.Category;
import java.time.Duration;

/**
 * What became of one campaign.
 *
 * @param numbers from how many numbers it wrote
 * @param flagged how many of its messages were flagged
 * @param afterHead its messages after the first {@link CampaignLedger#HEAD}
 * @param firstFlagged the first message that was flagged, counted from 1; 0 if none was
 * @param firstAfter event time from its first message to that
 */
record CampaignResult(
    String name,
    Category category,
    long messages,
    int numbers,
    long flagged,
    Summary.Share afterHead,
    long firstFlagged,
    Duration firstAfter) {}
