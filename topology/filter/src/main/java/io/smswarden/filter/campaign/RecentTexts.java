package io.smswarden.filter.campaign;

import java.util.Optional;

/**
 * The last so many texts that were alone so far, for the next that is alike one of them. Most texts
 * stay alone, so all is done to make them cheap: an entry costs about 350 bytes and no hash map,
 * and one that collides with others is found by fewer of its bands. Forgotten at a restart, which
 * costs a campaign one message a task. Not safe for use by many threads.
 *
 * @param <T> what is kept of a text
 */
public final class RecentTexts<T> {

  private static final int PLACES_A_BAND = 2;

  private final Fingerprint[] fingerprints;
  private final Object[] kept;

  /** By hash of a band the last text that has it, plus 1. */
  private final int[] table;

  private final int shift;
  private int next;

  /**
   * Room for texts.
   *
   * @param capacity how many, at most 2^24; rounded up to a power of two
   */
  public RecentTexts(int capacity) {
    if (capacity < 1 || capacity > 1 << 24) {
      throw new IllegalArgumentException("there is room for 1 to 2^24 texts, not " + capacity);
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(capacity - 1);
    fingerprints = new Fingerprint[1 << bits];
    kept = new Object[1 << bits];
    table = new int[(PLACES_A_BAND * Fingerprint.BANDS) << bits];
    shift = Integer.SIZE - Integer.numberOfTrailingZeros(table.length);
  }

  /** What was kept of a text that this one is alike; empty when none is known. */
  public Optional<T> alike(Fingerprint text) {
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      int entry = table[place(text, band)] - 1;
      if (entry >= 0 && fingerprints[entry] != null && fingerprints[entry].isAlike(text)) {
        @SuppressWarnings("unchecked") // Only add() writes there.
        T found = (T) kept[entry];
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Keeps a text, in the place of the oldest. */
  public void add(Fingerprint text, T what) {
    fingerprints[next] = text;
    kept[next] = what;
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      table[place(text, band)] = next + 1;
    }
    next = (next + 1) & (kept.length - 1);
  }

  private int place(Fingerprint text, int band) {
    return ((text.band(band) ^ band * 0x85EBCA6B) * 0x9E3779B1) >>> shift;
  }
}
