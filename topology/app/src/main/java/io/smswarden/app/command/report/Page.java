package io.smswarden.app.command.report;

import io.smswarden.filter.evaluation.Confusion;
import io.smswarden.filter.evaluation.Reliability;
import io.smswarden.filter.verdict.Versions;
import java.util.List;

/**
 * All that the page shows.
 *
 * @param rewritten the figures with the spam rewritten
 * @param threshold the default WARN threshold
 */
record Page(
    Assets assets,
    List<String> files,
    Versions versions,
    double threshold,
    boolean masked,
    FigureRow all,
    FigureRow rewritten,
    List<FigureRow> sources,
    Charts charts,
    List<Reliability.Bin> bins,
    Confusion confusion,
    Cards falsePositives,
    Cards falseNegatives,
    Cards suspects) {

  /** Some messages, the worst of so many. */
  record Cards(int count, List<Card> shown) {}
}
