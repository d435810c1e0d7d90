package io.smswarden.filter.reputation;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who complained of a sender, so that each person counts once in each half-life (counted from 1970)
 * however often he complains: a flood from a few numbers weighs as those few. Of a person's
 * complaints in one half-life the one that now weighs most counts.
 *
 * <p>At most {@value #MOST} are kept, those that weigh most; a sender of whom so many people
 * complain needs no more. Both choices are maxima, so that the order of arrival changes nothing,
 * and one more complaint never lowers the weight. A complainant takes {@value #BYTES} bytes, a
 * sender's all 576 at most: a hash instead of the number, the minute, the weight in 255ths.
 */
public final class Complainants {

  /** How many are kept. */
  static final int MOST = 64;

  private static final int BYTES = 9;
  private static final double FULL = 255;
  private static final long MINUTE = 60_000;

  /** Nobody. */
  public static final Complainants NONE = new Complainants(List.of());

  private record Complaint(int person, int minute, int weight) {

    Instant at() {
      return Instant.ofEpochMilli(Integer.toUnsignedLong(minute) * MINUTE);
    }

    /** Rises with what the complaint weighs; the order is the same at all times. */
    double rank(Duration halfLife) {
      return Math.log(weight / FULL) / Math.log(2)
          + (double) at().toEpochMilli() / halfLife.toMillis();
    }
  }

  private final List<Complaint> complaints;

  private Complainants(List<Complaint> complaints) {
    this.complaints = List.copyOf(complaints);
  }

  /** Those that {@link #bytes} gave. */
  public static Complainants of(ByteBuffer bytes) {
    ByteBuffer in = bytes.duplicate();
    return in.remaining() == 0
        ? NONE
        : new Complainants(
            Stream.generate(() -> new Complaint(in.getInt(), in.getInt(), in.get() & 0xff))
                .limit(in.remaining() / BYTES)
                .toList());
  }

  /**
   * These and one more complaint.
   *
   * @param complainant whose it is
   * @param reliability of the complainant, in [0,1]; one of no reliability counts nothing
   * @param at when he complained
   */
  public Complainants with(String complainant, double reliability, Instant at, Duration halfLife) {
    int weight = (int) Math.round(Math.max(0, Math.min(1, reliability)) * FULL);
    if (weight == 0) {
      return this;
    }
    int minute = (int) (Math.max(0, at.toEpochMilli()) / MINUTE);
    Complaint more = new Complaint(person(complainant, at, halfLife), minute, weight);
    Comparator<Complaint> byWeight =
        Comparator.comparingDouble((Complaint complaint) -> complaint.rank(halfLife))
            .thenComparingInt(Complaint::person);
    return new Complainants(
        Stream.concat(complaints.stream(), Stream.of(more))
            .collect(
                Collectors.toMap(
                    Complaint::person,
                    complaint -> complaint,
                    (one, other) -> byWeight.compare(one, other) >= 0 ? one : other))
            .values()
            .stream()
            .sorted(byWeight.reversed())
            .limit(MOST)
            .sorted(Comparator.comparingInt(Complaint::person))
            .toList());
  }

  /** What they weigh together at a time: 1 for each reliable one who complains at that time. */
  public double weight(Instant asOf, Duration halfLife) {
    double sum = 0;
    for (Complaint complaint : complaints) {
      sum += complaint.weight / FULL * Evidence.left(complaint.at(), asOf, halfLife);
    }
    return sum;
  }

  /** All of them, for {@link #of}. */
  public ByteBuffer bytes() {
    ByteBuffer out = ByteBuffer.allocate(complaints.size() * BYTES);
    for (Complaint complaint : complaints) {
      out.putInt(complaint.person).putInt(complaint.minute).put((byte) complaint.weight);
    }
    return out.flip();
  }

  private static int person(String complainant, Instant at, Duration halfLife) {
    return Hashing.murmur3_32_fixed()
        .newHasher()
        .putString(complainant, StandardCharsets.UTF_8)
        .putLong(Math.floorDiv(at.toEpochMilli(), halfLife.toMillis()))
        .hash()
        .asInt();
  }
}
