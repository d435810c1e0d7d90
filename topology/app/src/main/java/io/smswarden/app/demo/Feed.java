package io.smswarden.app.demo;

import java.util.function.BooleanSupplier;

/** What is sent into the pipeline, each message once however often the demo is started. */
interface Feed {

  /** About how many messages it has in all, with those of earlier runs. */
  long messages();

  /**
   * Sends what is left.
   *
   * @param afterCommit called when messages were committed; may make the feed wait
   * @param stop asked between messages
   * @return how many messages it has sent in all, with those of earlier runs
   */
  long send(Runnable afterCommit, BooleanSupplier stop);
}
