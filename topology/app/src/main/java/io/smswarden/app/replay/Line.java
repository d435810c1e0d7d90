package io.smswarden.app.replay;

/** A line of a file. */
sealed interface Line {

  /**
   * Text in UTF-8.
   *
   * @param value the line without its end
   */
  record Text(String value) implements Line {}

  /** Bytes that are no UTF-8. */
  record Undecodable() implements Line {}
}
