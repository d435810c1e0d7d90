package io.smswarden.filter.evidence;

/** A member of a chain, as it was found. */
public interface Link {

  /** Name of the chain it says to be of. */
  String chain();

  /** Number in the chain, from 1. */
  long sequence();

  /** Hash of the one before; {@link Hash#NONE} for the first. */
  Hash previous();

  /** The hash it says to have. */
  Hash hash();

  /** The hash it really has. */
  Hash computed();

  /** The head of the chain that ends with it. */
  default Head head() {
    return new Head(chain(), sequence(), hash());
  }
}
