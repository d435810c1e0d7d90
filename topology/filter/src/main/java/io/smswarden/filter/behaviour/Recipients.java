package io.smswarden.filter.behaviour;

import java.nio.ByteBuffer;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;

/**
 * Counts distinct recipients in little memory: exactly up to 48 (a list, then a hash set of 4-byte
 * coupons), then by HyperLogLog with 512 registers of 4 bits, whose standard error is 4.6 % (1.04 /
 * sqrt(512); Flajolet et al. 2007, in the DataSketches library's form). It takes 12 bytes for one
 * recipient, 40 for eight, and never more than {@value #MOST_BYTES}. The order of recipients does
 * not matter. Not safe for use by many threads.
 */
final class Recipients {

  private static final int LG_REGISTERS = 9;

  /** What {@link HllSketch#getMaxUpdatableSerializationBytes} gives for these registers. */
  static final int MOST_BYTES = 328;

  private HllSketch sketch;

  private Recipients(HllSketch sketch) {
    this.sketch = sketch;
  }

  static Recipients none() {
    return new Recipients(null);
  }

  /** Those that {@link #bytes} gave. */
  static Recipients of(ByteBuffer bytes) {
    if (bytes.remaining() == 0) {
      return none();
    }
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return new Recipients(HllSketch.heapify(copy));
  }

  /** Adds one; whether it was new, as far as can be told. */
  boolean add(String recipient) {
    if (sketch == null) {
      sketch = new HllSketch(LG_REGISTERS, TgtHllType.HLL_4);
    }
    // Unlike getEstimate(), this one does not depend on the order of recipients.
    double before = sketch.getCompositeEstimate();
    sketch.update(recipient);
    return sketch.getCompositeEstimate() > before;
  }

  /** How many there are. */
  long count() {
    return sketch == null ? 0 : Math.round(sketch.getCompositeEstimate());
  }

  /** All of them, for {@link #of}. */
  ByteBuffer bytes() {
    return ByteBuffer.wrap(sketch == null ? new byte[0] : sketch.toCompactByteArray());
  }
}
