package io.smswarden.filter.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.StampedLock;

/**
 * The campaigns that messages are compared with. One thread writes and many read, for every
 * message; readers wait for nobody but a writer in the very moment.
 */
public final class KnownCampaigns {

  private final FingerprintIndex index;
  private final Duration ttl;
  private final StampedLock lock = new StampedLock();
  private final Map<String, CampaignStanding> standings = new ConcurrentHashMap<>();

  /**
   * No campaigns.
   *
   * @param capacity how many there may be; of more, the eldest goes
   * @param ttl a campaign not seen for so long is over
   */
  public KnownCampaigns(int capacity, Duration ttl) {
    this.index = new FingerprintIndex(capacity);
    this.ttl = ttl;
  }

  /**
   * The campaign that a text belongs to.
   *
   * @param time when it was sent: by then the campaign may be over
   */
  public Optional<CampaignStanding> of(Fingerprint text, Instant time) {
    return nearest(text)
        .map(standings::get)
        .filter(campaign -> !campaign.lastSeen().plus(ttl).isBefore(time));
  }

  private Optional<String> nearest(Fingerprint text) {
    long stamp = lock.tryOptimisticRead();
    Optional<String> nearest = index.nearest(text);
    if (lock.validate(stamp)) {
      return nearest;
    }
    stamp = lock.readLock();
    try {
      return index.nearest(text);
    } finally {
      lock.unlockRead(stamp);
    }
  }

  /** Adds a campaign, or what is new of it. */
  public void put(CampaignStanding campaign, Fingerprint fingerprint) {
    long stamp = lock.writeLock();
    try {
      if (index.isFull() && !standings.containsKey(campaign.id())) {
        index.eldest().ifPresent(this::forget);
      }
      standings.put(campaign.id(), campaign);
      index.put(campaign.id(), fingerprint, campaign.lastSeen().toEpochMilli());
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /** Takes a campaign out. */
  public void remove(String id) {
    long stamp = lock.writeLock();
    try {
      forget(id);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  private void forget(String id) {
    index.remove(id);
    standings.remove(id);
  }

  /** How many there are. */
  public int size() {
    return standings.size();
  }
}
