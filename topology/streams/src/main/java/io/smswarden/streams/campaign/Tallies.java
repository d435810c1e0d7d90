package io.smswarden.streams.campaign;

import io.smswarden.schemas.CampaignTally;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Adds up tallies: in whatever order, the sum is the same. */
final class Tallies {

  static final CampaignTally NONE =
      new CampaignTally(0L, 0L, 0.0, 0.0, Sketches.EMPTY, Sketches.EMPTY, Map.of(), null, null);

  private Tallies() {}

  /** A tally with one message more. */
  static CampaignTally with(CampaignTally tally, Sighting.Traits message, Instant time) {
    Map<String, Long> categories = new HashMap<>(tally.getCategories());
    categories.merge(message.category(), 1L, Long::sum);
    return new CampaignTally(
        tally.getMessages() + 1,
        tally.getFlagged() + (message.flagged() ? 1 : 0),
        tally.getScoreSum() + message.score(),
        tally.getComplaints(),
        Sketches.with(tally.getSenders(), message.sender()),
        Sketches.with(tally.getRecipients(), message.recipient()),
        categories,
        earlier(tally.getFirstSeen(), time),
        later(tally.getLastSeen(), time));
  }

  /** A tally with a complaint more. */
  static CampaignTally complained(CampaignTally tally, double weight) {
    return new CampaignTally(
        tally.getMessages(),
        tally.getFlagged(),
        tally.getScoreSum(),
        tally.getComplaints() + weight,
        tally.getSenders(),
        tally.getRecipients(),
        tally.getCategories(),
        tally.getFirstSeen(),
        tally.getLastSeen());
  }

  /** Both together. */
  static CampaignTally sum(CampaignTally one, CampaignTally other) {
    Map<String, Long> categories = new HashMap<>(one.getCategories());
    other
        .getCategories()
        .forEach((category, count) -> categories.merge(category, count, Long::sum));
    return new CampaignTally(
        one.getMessages() + other.getMessages(),
        one.getFlagged() + other.getFlagged(),
        one.getScoreSum() + other.getScoreSum(),
        one.getComplaints() + other.getComplaints(),
        Sketches.union(one.getSenders(), other.getSenders()),
        Sketches.union(one.getRecipients(), other.getRecipients()),
        categories,
        earlier(one.getFirstSeen(), other.getFirstSeen()),
        later(one.getLastSeen(), other.getLastSeen()));
  }

  /** Whether there is nothing in it to tell. */
  static boolean isEmpty(CampaignTally tally) {
    return tally.getMessages() == 0 && tally.getComplaints() == 0;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }
}
