package io.smswarden.app.replay;

/**
 * How to replay.
 *
 * @param format what the lines hold
 * @param region ISO 3166 code of the country whose numbers may stand without a country code
 * @param messagesPerSecond how fast; 0 for as fast as the cluster takes them
 * @param again whether to begin anew with a file that was replayed before
 */
public record ReplayOptions(
    LineFormat format, String region, double messagesPerSecond, boolean again) {

  /** A labelled file, as fast as can be, going on where an earlier replay stopped. */
  public static final ReplayOptions LABELLED =
      new ReplayOptions(LineFormat.LABELLED, "CN", 0, false);

  public ReplayOptions {
    if (!(messagesPerSecond >= 0)) {
      throw new IllegalArgumentException("a rate is not negative");
    }
  }
}
