package io.smswarden.app.demo;

/** Shows how far something is. */
interface Progress extends AutoCloseable {

  /**
   * Tells how much is done.
   *
   * @param total as far as it is known
   */
  void at(long done, long total);

  @Override
  void close();
}
