package io.smswarden.streams.campaign;

import java.nio.ByteBuffer;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;

/**
 * Numbers of distinct things as HyperLogLog sketches in bytes; an empty buffer is the sketch of
 * nothing. A sketch grows with what it counts, to {@value #LARGEST_BYTES} bytes at most.
 */
final class Sketches {

  static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

  /** Standard error 1.04 / sqrt(2^11) = 2.3 % (Flajolet et al., HyperLogLog, 2007). */
  private static final int LG_K = 11;

  /** 2^11 registers of 4 bits, their header, and some exceptions. */
  static final int LARGEST_BYTES = 1_200;

  private Sketches() {}

  /** The sketch with one thing more. */
  static ByteBuffer with(ByteBuffer sketch, String thing) {
    HllSketch more = sketch.hasRemaining() ? read(sketch) : new HllSketch(LG_K, TgtHllType.HLL_4);
    more.update(thing);
    return ByteBuffer.wrap(more.toCompactByteArray());
  }

  /** The sketch of all that is in either. */
  static ByteBuffer union(ByteBuffer one, ByteBuffer other) {
    if (!one.hasRemaining() || !other.hasRemaining()) {
      return one.hasRemaining() ? one : other;
    }
    Union union = new Union(LG_K);
    union.update(read(one));
    union.update(read(other));
    return ByteBuffer.wrap(union.getResult(TgtHllType.HLL_4).toCompactByteArray());
  }

  /** How many distinct things a sketch has seen, about. */
  static long count(ByteBuffer sketch) {
    return sketch.hasRemaining() ? Math.round(read(sketch).getEstimate()) : 0;
  }

  private static HllSketch read(ByteBuffer sketch) {
    byte[] bytes = new byte[sketch.remaining()];
    sketch.duplicate().get(bytes);
    return HllSketch.heapify(bytes);
  }
}
