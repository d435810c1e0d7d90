package io.smswarden.filter.evidence;

/** How much of the evidence is meant to be there. */
public enum Extent {
  /** All of it, from the first record of each chain. */
  WHOLE(true, true),
  /** The oldest may have gone when its retention ended; also whole chains. */
  LATEST(false, false),
  /** Parts of some chains, each from some record to a signed head. */
  EXCERPT(false, true);

  private final boolean fromTheStart;
  private final boolean everyChain;

  Extent(boolean fromTheStart, boolean everyChain) {
    this.fromTheStart = fromTheStart;
    this.everyChain = everyChain;
  }

  boolean fromTheStart() {
    return fromTheStart;
  }

  boolean everyChain() {
    return everyChain;
  }
}
