package io.smswarden.app.replay;

import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;

/** How the lines of a file are to be read. */
public enum LineFormat {
  /** {@code spam|ham<TAB>source[:category]<TAB>text}. */
  LABELLED,
  /** {@code sender<TAB>recipient<TAB>epoch-millis<TAB>text}. */
  TSV,
  /** {@code complainant<TAB>sender<TAB>category<TAB>time<TAB>message-id<TAB>text}. */
  COMPLAINTS;

  /** The topic that they fill. */
  Topic<?, ?> topic() {
    return this == COMPLAINTS ? Topics.REPORTS : Topics.EVENTS;
  }

  LineParser parser(SyntheticMessages synthetic, String region) {
    return switch (this) {
      case LABELLED -> new LabelledLines(synthetic);
      case TSV -> new TsvLines(region);
      case COMPLAINTS -> new ComplaintLines(region);
    };
  }
}
