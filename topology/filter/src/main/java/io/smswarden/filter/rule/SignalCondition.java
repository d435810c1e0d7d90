package io.smswarden.filter.rule;

import java.util.List;

/**
 * A signal fired.
 *
 * @param row the signal's row
 * @param least with at least this strength, in [0,1]
 */
record SignalCondition(int row, double least) implements Condition {

  @Override
  public boolean holds(Facts facts) {
    return facts.fired(row, least);
  }

  @Override
  public Anchors anchors() {
    return new Anchors(List.of(new Anchor.OfSignal(row)));
  }
}
