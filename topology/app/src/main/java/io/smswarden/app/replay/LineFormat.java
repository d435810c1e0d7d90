package io.smswarden.app.replay;

/** How the lines of a file are to be read. */
public enum LineFormat {
  /** {@code spam|ham<TAB>source[:category]<TAB>text}. */
  LABELLED,
  /** {@code sender<TAB>recipient<TAB>epoch-millis<TAB>text}. */
  TSV;

  LineParser parser(SyntheticMessages synthetic, String region) {
    return switch (this) {
      case LABELLED -> new LabelledLines(synthetic);
      case TSV -> new TsvLines(region);
    };
  }
}
