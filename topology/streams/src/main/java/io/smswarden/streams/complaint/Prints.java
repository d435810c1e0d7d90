package io.smswarden.streams.complaint;

import io.smswarden.schemas.TextPrint;

/** Prints of texts as they are kept. */
final class Prints {

  private Prints() {}

  static TextPrint written(io.smswarden.filter.complaint.TextPrint print) {
    return new TextPrint(print.hash(), print.sketch(), print.shingles());
  }

  static io.smswarden.filter.complaint.TextPrint read(TextPrint print) {
    return io.smswarden.filter.complaint.TextPrint.of(
        print.getHash(), print.getSketch(), print.getShingles());
  }
}
