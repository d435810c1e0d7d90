package io.smswarden.app.bench;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One figure, as {@code --json} prints it.
 *
 * @param name what was measured, of whom
 * @param value the figure
 * @param unit its unit
 * @param ratioTo the ceiling that it is compared with; null for none
 * @param ratio figure by the ceiling's; null without a ceiling
 */
record Measurement(
    String name,
    double value,
    String unit,
    @JsonProperty("ratio_to") String ratioTo,
    Double ratio) {}
