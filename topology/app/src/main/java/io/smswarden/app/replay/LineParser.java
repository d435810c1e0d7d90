package io.smswarden.app.replay;

/** Makes messages of lines. */
interface LineParser {

  /** Longest text of a concatenated message: 255 parts of 153 septets (3GPP TS 23.040). */
  int LONGEST_TEXT = 255 * 153;

  /**
   * What a line says.
   *
   * @param number the line's number, from 1
   */
  ParsedLine parse(String line, long number);
}
