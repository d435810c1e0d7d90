package io.smswarden.app.evidence;

/**
 * What an export is about.
 *
 * @param value the sender, the subscriber's number, or what the case was given as
 */
record Subject(Kind kind, String value) {

  /** By what evidence is chosen. */
  enum Kind {
    SENDER,
    SUBSCRIBER,
    CASE
  }
}
