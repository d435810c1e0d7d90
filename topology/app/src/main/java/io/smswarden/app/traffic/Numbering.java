package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;

/**
 * Telephone numbers that nobody has: +86 154, a prefix that China gave to no operator, and +44 7700
 * 900, which Ofcom keeps for films. Consecutive indices give numbers that look unrelated; different
 * indices below a block's size give different numbers.
 */
final class Numbering {

  private static final long SUBSCRIBERS = 60_000_000;
  private static final long CAMPAIGNS = 30_000_000;
  private static final long COLLECTORS = 10_000_000;
  private static final long ALL = SUBSCRIBERS + CAMPAIGNS + COLLECTORS;
  private static final long ABROAD = 1_000;

  /** A prime that divides no block's size, so that multiplying permutes the block. */
  private static final long STEP = 7_368_787;

  private final long shift;

  Numbering(long seed) {
    shift = Long.remainderUnsigned(seed * 0x9E3779B97F4A7C15L, COLLECTORS);
  }

  Msisdn subscriber(long index) {
    return new Msisdn(mobile(scatter(index, SUBSCRIBERS)));
  }

  String campaign(long index) {
    return mobile(SUBSCRIBERS + scatter(index, CAMPAIGNS));
  }

  String collector(long index) {
    return mobile(SUBSCRIBERS + CAMPAIGNS + scatter(index, COLLECTORS));
  }

  String abroad(long index) {
    return "+447700900%03d".formatted(scatter(index, ABROAD));
  }

  private long scatter(long index, long block) {
    return Math.floorMod((index + shift) % block * STEP, block);
  }

  private static String mobile(long number) {
    // Leading zeros without the cost of a format: this is done twice a message.
    return "+86154" + Long.toString(ALL + number).substring(1);
  }
}
