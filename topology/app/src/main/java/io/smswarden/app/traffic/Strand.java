package io.smswarden.app.traffic;

/**
 * One voice's part of the day.
 *
 * @param messages how many in all
 * @param complaints share of the recipients who complain, in [0,1]
 */
record Strand(Voice voice, long messages, Rhythm rhythm, double complaints) {

  int inMinute(int minute) {
    return Math.toIntExact(rhythm.until(minute + 1, messages) - rhythm.until(minute, messages));
  }
}
