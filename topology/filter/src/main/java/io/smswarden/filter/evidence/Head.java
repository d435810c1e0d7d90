package io.smswarden.filter.evidence;

/**
 * How far a chain has grown.
 *
 * @param chain the chain's name: a sender, or a partition for checkpoints
 * @param sequence number of its last record; 0 when it has none
 * @param hash of that record
 */
public record Head(String chain, long sequence, Hash hash) {

  /** Of a chain without a record. */
  public static Head none(String chain) {
    return new Head(chain, 0, Hash.NONE);
  }

  /** What a checkpoint's tree has as its leaf. */
  byte[] leaf() {
    return Encoding.of("head/1").text(chain).number(sequence).hash(hash).bytes();
  }
}
