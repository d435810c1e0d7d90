package io.smswarden.filter.verdict;

/**
 * One reason of a verdict.
 *
 * @param code stable code of the signal
 * @param category the kind of message it speaks for
 * @param strength how strongly it was observed, in [0,1]
 * @param weight log-odds at full strength; 0 decides nothing
 * @param start first UTF-16 offset of the evidence in the original text; equals {@code end} when
 *     the evidence is not in the text
 * @param end offset behind the evidence
 * @param reasonZh explanation in Chinese
 * @param reasonEn explanation in English
 */
public record Finding(
    String code,
    Category category,
    double strength,
    double weight,
    int start,
    int end,
    String reasonZh,
    String reasonEn) {}
