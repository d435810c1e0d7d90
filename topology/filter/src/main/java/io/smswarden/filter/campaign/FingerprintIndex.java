package io.smswarden.filter.campaign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds, of at most so many members, one that a text is alike. A member is found by any equal band
 * (locality-sensitive hashing) and then compared row by row. Each member is the leader of its
 * group: whoever adds only what has no {@link #nearest} keeps all members unlike each other,
 * whatever comes in between (Hartigan, Clustering Algorithms, 1975, 3.2.4).
 *
 * <p>128 to 256 bytes a place in tables of fixed size, and about 250 a member. Not safe for use by
 * many threads.
 */
public final class FingerprintIndex {

  private static final int EMPTY = 0;

  private final Fingerprint[] fingerprints;
  private final String[] ids;

  /** Open addressing, at most half full: member and band, plus 1. */
  private final int[] table;

  private final int shift;
  private final int[] free;
  private int freeCount;
  private final Map<String, Member> members = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Member {
    private final int slot;
    private long lastSeen;

    private Member(int slot, long lastSeen) {
      this.slot = slot;
      this.lastSeen = lastSeen;
    }
  }

  /**
   * An index without members.
   *
   * @param capacity how many there may be, at most 2^24
   */
  public FingerprintIndex(int capacity) {
    if (capacity < 1 || capacity > 1 << 24) {
      throw new IllegalArgumentException("an index has 1 to 2^24 places, not " + capacity);
    }
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * Fingerprint.BANDS * capacity - 1);
    fingerprints = new Fingerprint[capacity];
    ids = new String[capacity];
    table = new int[1 << bits];
    shift = Integer.SIZE - bits;
    free = new int[capacity];
    while (freeCount < capacity) {
      free[freeCount] = capacity - 1 - freeCount++;
    }
  }

  /** The member most like a text; empty when none is alike. */
  public Optional<String> nearest(Fingerprint text) {
    // Read by many threads while one writes, see KnownCampaigns: anything may be null in between.
    Fingerprint best = null;
    String bestId = "";
    int bestSlot = -1;
    int most = 0;
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      int key = text.band(band);
      for (int at = home(band, key); table[at] != EMPTY; at = next(at)) {
        int slot = (table[at] - 1) / Fingerprint.BANDS;
        Fingerprint known = fingerprints[slot];
        String id = ids[slot];
        if (slot == bestSlot || known == null || id == null || known.band(band) != key) {
          continue;
        }
        int equal = known.equalRows(text);
        // Of two equally like, the smaller id: the order in which they came plays no part.
        if (equal > most || (equal == most && id.compareTo(bestId) < 0)) {
          most = equal;
          best = known;
          bestId = id;
          bestSlot = slot;
        }
      }
    }
    return best != null && best.isAlike(text) ? Optional.of(bestId) : Optional.empty();
  }

  /**
   * Adds a member, or replaces the one of this id.
   *
   * @param time when it was last seen, in ms
   * @throws IllegalStateException when the index is full
   */
  public void put(String id, Fingerprint fingerprint, long time) {
    Member known = members.get(id);
    if (known != null && fingerprints[known.slot].equals(fingerprint)) {
      known.lastSeen = Math.max(known.lastSeen, time);
      return;
    }
    remove(id);
    if (freeCount == 0) {
      throw new IllegalStateException("the index is full; remove the eldest first");
    }
    int slot = free[--freeCount];
    fingerprints[slot] = fingerprint;
    ids[slot] = id;
    members.put(id, new Member(slot, time));
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      int at = home(band, fingerprint.band(band));
      while (table[at] != EMPTY) {
        at = next(at);
      }
      table[at] = slot * Fingerprint.BANDS + band + 1;
    }
  }

  /** Notes that a member was seen at a time; the one not noted for longest is the eldest. */
  public void seen(String id, long time) {
    Member member = members.get(id);
    if (member != null) {
      member.lastSeen = Math.max(member.lastSeen, time);
    }
  }

  /** Takes a member out; nothing when there is none of this id. */
  public void remove(String id) {
    Member member = members.remove(id);
    if (member == null) {
      return;
    }
    Fingerprint fingerprint = fingerprints[member.slot];
    for (int band = 0; band < Fingerprint.BANDS; band++) {
      int entry = member.slot * Fingerprint.BANDS + band + 1;
      int at = home(band, fingerprint.band(band));
      while (table[at] != entry) {
        at = next(at);
      }
      close(at);
    }
    fingerprints[member.slot] = null;
    ids[member.slot] = null;
    free[freeCount++] = member.slot;
  }

  /** The member that was not seen for longest; empty when there is none. */
  public Optional<String> eldest() {
    return members.keySet().stream().findFirst();
  }

  /** The eldest if it was last seen before a time, in ms. */
  public Optional<String> eldestBefore(long time) {
    return members.entrySet().stream()
        .limit(1)
        .filter(member -> member.getValue().lastSeen < time)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether there is no place for another member. */
  public boolean isFull() {
    return freeCount == 0;
  }

  /** How many members there are. */
  public int size() {
    return members.size();
  }

  /** Moves back what had to step aside for the entry at a place (Knuth, TAOCP 3, 6.4, R). */
  private void close(int place) {
    int hole = place;
    for (int at = next(hole); table[at] != EMPTY; at = next(at)) {
      int entry = table[at] - 1;
      int band = entry % Fingerprint.BANDS;
      int home = home(band, fingerprints[entry / Fingerprint.BANDS].band(band));
      int mask = table.length - 1;
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        table[hole] = table[at];
        hole = at;
      }
    }
    table[hole] = EMPTY;
  }

  private int home(int band, int key) {
    return ((key ^ band * 0x85EBCA6B) * 0x9E3779B1) >>> shift;
  }

  private int next(int at) {
    return (at + 1) & (table.length - 1);
  }
}
