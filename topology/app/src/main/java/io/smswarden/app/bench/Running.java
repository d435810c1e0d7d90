package io.smswarden.app.bench;

/** A contestant that was started, with its work shared among its threads. */
interface Running extends AutoCloseable {

  /** Lets it process nothing for now. */
  void hold();

  /** Lets it go on, all its threads at once. */
  void go();

  /**
   * Asks whether it still works.
   *
   * @throws io.smswarden.app.exit.UserError with its failure if not
   */
  void check();

  /** Stops it and leaves its consumer group. */
  @Override
  void close();
}
