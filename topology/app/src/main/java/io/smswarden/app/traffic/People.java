package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
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
  private final int writers;
  private final Numbering numbering;

  /**
   * The people that so many messages need.
   *
   * @param writers how many of them write themselves; empty for all
   */
  People(long messages, OptionalInt writers, Numbering numbering) {
    long wanted = Long.highestOneBit(Math.max(1, messages / MESSAGES_EACH));
    int usual = (int) Math.min(MOST, Math.max(FEWEST, wanted));
    // An even number, so that everyone has somebody in the household.
    this.writers = Math.max(2, writers.orElse(usual) & ~1);
    this.count = Math.max(usual, Integer.highestOneBit(2 * this.writers - 1));
    this.numbering = numbering;
  }

  int anyone(SplittableRandom random) {
    return random.nextInt(count);
  }

  /** Somebody who writes messages. */
  int writer(SplittableRandom random) {
    return random.nextInt(writers);
  }

  /** Somebody whom a writer knows, and who writes as well. */
  int friendOf(int writer, SplittableRandom random) {
    int friend = writer ^ DISTANCES[random.nextInt(DISTANCES.length)];
    return friend < writers ? friend : writer ^ 1;
  }

  /** Some who stand in a person's address book, the closest first. */
  List<Integer> closestOf(int person, int some) {
    return Arrays.stream(DISTANCES).limit(some).map(distance -> person ^ distance).boxed().toList();
  }

  Msisdn number(int person) {
    return numbering.subscriber(person);
  }
}
