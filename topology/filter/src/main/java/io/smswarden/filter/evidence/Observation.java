package io.smswarden.filter.evidence;

/**
 * A reason of the verdict, as it stood when the message was judged.
 *
 * @param code stable code of the signal or rule
 * @param strength how strongly it was observed, in [0,1]
 * @param weight log-odds at full strength
 * @param start first UTF-16 offset in the original text
 * @param end offset behind it; equals {@code start} when it isn't in the text
 * @param reasonZh explanation in Chinese
 * @param reasonEn explanation in English
 */
public record Observation(
    String code,
    double strength,
    double weight,
    int start,
    int end,
    String reasonZh,
    String reasonEn) {

  void addTo(Encoding encoding) {
    encoding
        .text(code)
        .real(strength)
        .real(weight)
        .number(start)
        .number(end)
        .text(reasonZh)
        .text(reasonEn);
  }
}
