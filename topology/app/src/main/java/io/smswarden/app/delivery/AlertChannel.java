package io.smswarden.app.delivery;

/** A way to subscribers. Used by several threads at a time. */
interface AlertChannel {

  /** What it is called in records, such as webhook. */
  String name();

  /**
   * Tries once to deliver an alert; returns when it is known what came of it, within a time of the
   * channel's own.
   *
   * @param alert the same id may come again: whoever receives it must be able to tell
   * @throws InterruptedException when the process stops; nothing is known of the alert then
   */
  Outcome deliver(OutboundAlert alert) throws InterruptedException;
}
