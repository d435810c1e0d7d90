package io.smswarden.app.demo;

import io.smswarden.app.demo.Summary.Share;
import io.smswarden.app.traffic.Source;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a generated day was judged, beside what its messages really are.
 *
 * @param campaigns in the order of their first messages
 * @param honest what nobody wants flagged, by who wrote it
 * @param others what is unwanted beside campaigns, by who wrote it
 * @param load what reached the subscribers
 * @param took from the first message sent to the last verdict
 */
record Report(
    long senders,
    List<CampaignResult> campaigns,
    Map<Source, Judged> honest,
    Map<Source, Judged> others,
    Load load,
    Duration took) {

  private static final double CAMPAIGNS_FLAGGED = 0.95;
  private static final double HONEST_FLAGGED = 0.005;

  Report {
    campaigns = List.copyOf(campaigns);
    honest = sorted(honest);
    others = sorted(others);
  }

  /** Messages of one source: how many, how many at least warned of, how many blocked. */
  record Judged(long messages, long flagged, long blocked) {
    private Judged plus(Judged other) {
      return new Judged(
          messages + other.messages, flagged + other.flagged, blocked + other.blocked);
    }
  }

  /**
   * What reached the subscribers.
   *
   * @param cap most alerts and digests that one may get on one day
   * @param most the most that one got on one day
   * @param above how many subscribers got more than the cap
   */
  record Load(long subscribers, long alerts, long digests, int cap, int most, long above) {}

  /** What must be reached. */
  enum Goal {
    /** Share of the campaigns' messages after the first fifty of each that are flagged. */
    CAMPAIGNS,
    /** Share of the honest messages that are flagged. */
    HONEST,
    /** Subscribers with more alerts on a day than the cap. */
    ALERTS
  }

  /**
   * A goal and what was reached.
   *
   * @param limit what it may be at most, or at least for {@link Goal#CAMPAIGNS}
   */
  record Bar(Goal goal, double value, double limit, boolean met) {}

  /** Where every message comes from is known: the ledger's and the tally's ids are the same. */
  static Report of(Ledger ledger, Tally tally, int cap, Duration took) {
    Map<Source, Judged> honest = new EnumMap<>(Source.class);
    Map<Source, Judged> others = new EnumMap<>(Source.class);
    ledger
        .bySource()
        .forEach(
            (source, ids) -> {
              if (source != Source.CAMPAIGN) {
                boolean wanted = ledger.honest().common(ids) == ids.size();
                (wanted ? honest : others).put(source, tally.judged(ids));
              }
            });
    return new Report(
        tally.senders(), tally.results(ledger.campaigns()), honest, others, tally.load(cap), took);
  }

  /** All campaigns' messages after the first fifty of each. */
  Share afterHead() {
    return new Share(
        campaigns.stream().mapToLong(campaign -> campaign.afterHead().messages()).sum(),
        campaigns.stream().mapToLong(campaign -> campaign.afterHead().flagged()).sum());
  }

  Judged allHonest() {
    return sum(honest.values());
  }

  List<Bar> bars() {
    double campaigned = share(afterHead().flagged(), afterHead().messages(), 1.0);
    double alarmed = share(allHonest().flagged(), allHonest().messages(), 0.0);
    return List.of(
        new Bar(Goal.CAMPAIGNS, campaigned, CAMPAIGNS_FLAGGED, campaigned >= CAMPAIGNS_FLAGGED),
        new Bar(Goal.HONEST, alarmed, HONEST_FLAGGED, alarmed <= HONEST_FLAGGED),
        new Bar(Goal.ALERTS, load.above(), 0, load.above() == 0));
  }

  boolean met() {
    return bars().stream().allMatch(Bar::met);
  }

  private static Judged sum(Collection<Judged> all) {
    return all.stream().reduce(new Judged(0, 0, 0), Judged::plus);
  }

  private static double share(long part, long whole, double ofNothing) {
    return whole == 0 ? ofNothing : (double) part / whole;
  }

  private static Map<Source, Judged> sorted(Map<Source, Judged> bySource) {
    return bySource.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(bySource));
  }
}
