package io.smswarden.filter.signal;

import io.smswarden.filter.Message;
import io.smswarden.filter.text.TextViews;

/** An observation that a table can't say. It gives a strength; the table gives the weight. */
interface Signal {

  /** The code of its row. */
  String code();

  /** Whether it goes by the text alone, whoever sent it. */
  default boolean isOfText() {
    return false;
  }

  /** Reports what it sees. One that throws becomes the finding SIGNAL_FAILED. */
  void observe(Message message, TextViews views, Sink sink);

  /** Takes what a signal sees. */
  interface Sink {

    /** See {@link Observations#add}. */
    void seen(double strength, int start, int end);
  }
}
