package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;

/**
 * Telephone numbers that nobody has: +86 154, a prefix that China gave to no operator, and what is
 * kept for films: +44 7700 900 by Ofcom, 555 01 of each area by the North American Numbering Plan.
 * Consecutive indices give numbers that look unrelated; different indices below a block's size give
 * different numbers.
 */
final class Numbering {

  private static final long SUBSCRIBERS = 60_000_000;
  private static final long CAMPAIGNS = 30_000_000;
  private static final long COLLECTORS = 10_000_000;
  private static final long ALL = SUBSCRIBERS + CAMPAIGNS + COLLECTORS;
  private static final long BRITISH = 1_000;
  private static final long OF_AN_AREA = 100;
  private static final int[] AREAS = {
    201, 202, 206, 212, 213, 214, 215, 216, 303, 305, 310, 312, 313, 314, 404, 408, 410, 412, 414,
    415, 416, 502, 503, 504, 512, 514, 602, 604, 612, 614, 615, 617, 702, 704, 713, 718, 773, 804,
    808, 919
  };
  private static final long ABROAD = BRITISH + AREAS.length * OF_AN_AREA;

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
    long number = scatter(index, ABROAD);
    if (number < BRITISH) {
      return "+447700900%03d".formatted(number);
    }
    long american = number - BRITISH;
    return "+1%d55501%02d".formatted(AREAS[(int) (american / OF_AN_AREA)], american % OF_AN_AREA);
  }

  private long scatter(long index, long block) {
    return Math.floorMod((index + shift) % block * STEP, block);
  }

  private static String mobile(long number) {
    // Leading zeros without the cost of a format: this is done twice a message.
    return "+86154" + Long.toString(ALL + number).substring(1);
  }
}
