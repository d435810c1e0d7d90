package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The operator's subscribers and who knows whom. Nothing is stored: the friend at a distance is a
 * bit pattern away, so that friendship is mutual.
 */
final class People {

  /** Household, then wider circles. */
  private static final int[] DISTANCES = {1, 2, 3, 5, 0x2A, 0x93, 0x1C7};

  private static final int FEWEST = 1024;
  private static final int MOST = 1 << 25;

  /** A subscriber gets about so many messages a day. */
  private static final int MESSAGES_EACH = 8;

  private final int count;
  private final Numbering numbering;

  People(long messages, Numbering numbering) {
    long wanted = Long.highestOneBit(Math.max(1, messages / MESSAGES_EACH));
    this.count = (int) Math.min(MOST, Math.max(FEWEST, wanted));
    this.numbering = numbering;
  }

  int anyone(SplittableRandom random) {
    return random.nextInt(count);
  }

  int friendOf(int person, SplittableRandom random) {
    return person ^ DISTANCES[random.nextInt(DISTANCES.length)];
  }

  /** Some who stand in a person's address book, the closest first. */
  List<Integer> closestOf(int person, int some) {
    return Arrays.stream(DISTANCES).limit(some).map(distance -> person ^ distance).boxed().toList();
  }

  Msisdn number(int person) {
    return numbering.subscriber(person);
  }
}
