package io.smswarden.app.traffic;

import io.smswarden.filter.verdict.Category;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads mix.yaml and makes a day's strands of it. */
final class Cast {

  private static final int MESSAGES_A_CAMPAIGN = 150;
  private static final int MOST_CAMPAIGNS_OF_A_KIND = 12;
  private static final int WORDINGS_A_CAMPAIGN = 4;
  private static final int SHORTEST_CAMPAIGN_MINUTES = 120;
  private static final int LONGEST_CAMPAIGN_MINUTES = 600;

  private static final List<String> SAME_IN_A_CAMPAIGN =
      List.of("host", "wechat", "qq", "phone", "bank", "courier", "telecom", "shopFake");

  private final long messages;
  private final LocalDateTime midnight;
  private final SplittableRandom seeds;
  private final Map<?, ?> mix = Resources.mix();
  private final Map<String, Rhythm> rhythms;
  private final List<Organisation> registry = Resources.registry();
  private final Slots slots = new Slots(Resources.slotLists(registry));
  private final Numbering numbering;
  private final People people;
  private final List<Strand> strands = new ArrayList<>();
  private int campaigns;

  Cast(long seed, long messages, LocalDate day) {
    this.messages = messages;
    this.midnight = day.atStartOfDay();
    this.seeds = new SplittableRandom(seed);
    this.numbering = new Numbering(seed);
    this.people = new People(messages, numbering);
    this.rhythms =
        ((Map<?, ?>) mix.get("hours"))
            .entrySet().stream()
                .collect(
                    Collectors.toUnmodifiableMap(
                        entry -> (String) entry.getKey(),
                        entry ->
                            Rhythm.ofHours(
                                ((List<?>) entry.getValue())
                                    .stream().map(Integer.class::cast).toList())));
  }

  List<Organisation> registry() {
    return registry;
  }

  double mistakenComplaints() {
    return 1.0 / (Integer) mix.get("mistakenComplaintOneIn");
  }

  /** All strands; their messages add up to the day's. */
  List<Strand> strands() {
    entries("organisations").forEach(this::addNotices);
    entries("campaigns").forEach(this::addCampaigns);
    addCollectors((Map<?, ?>) mix.get("collectors"));
    Map<?, ?> talk = (Map<?, ?>) mix.get("people");
    long rest = messages - strands.stream().mapToLong(Strand::messages).sum();
    strands.add(
        new Strand(
            new Talk(people, slots, (Integer) talk.get("englishShare"), seeds.split()),
            rest,
            rhythm(talk),
            0.0));
    return List.copyOf(strands);
  }

  private void addNotices(Map<?, ?> entry) {
    String wording = (String) entry.get("wording");
    List<Organisation> writers =
        registry.stream().filter(organisation -> organisation.writes().contains(wording)).toList();
    strands.add(
        new Strand(
            new Notices(
                writers,
                Resources.wordings(wording),
                Truth.of(category(entry)),
                people,
                slots,
                seeds.split()),
            share(entry),
            rhythm(entry),
            complaints(entry)));
  }

  private void addCampaigns(Map<?, ?> entry) {
    long total = share(entry);
    int count = (int) Math.max(1, Math.min(MOST_CAMPAIGNS_OF_A_KIND, total / MESSAGES_A_CAMPAIGN));
    double[] weights = seeds.split().doubles(count, 0.5, 2.0).toArray();
    double all = Arrays.stream(weights).sum();
    double reached = 0;
    long given = 0;
    for (int i = 0; i < count; i++) {
      reached += weights[i];
      long until = i == count - 1 ? total : (long) (total * reached / all);
      addCampaign(entry, i + 1, until - given);
      given = until;
    }
  }

  private void addCampaign(Map<?, ?> entry, int ordinal, long size) {
    String wording = (String) entry.get("wording");
    SplittableRandom random = seeds.split();
    Rhythm hours = rhythm(entry);
    int length = random.nextInt(SHORTEST_CAMPAIGN_MINUTES, LONGEST_CAMPAIGN_MINUTES);
    int start = Math.min(hours.minuteOf(random.nextDouble()), Rhythm.MINUTES - length);
    Map<String, String> fixed = new HashMap<>(slots.fix(random, midnight, SAME_IN_A_CAMPAIGN));
    var plan =
        new Campaign.Plan(
            campaigns++,
            size,
            some(Resources.wordings(wording), random),
            Truth.of(category(entry), wording + "-" + ordinal),
            wording.endsWith("-en"),
            numbering);
    strands.add(
        new Strand(
            new Campaign(plan, people, slots, random, fixed),
            size,
            hours.within(start, length),
            complaints(entry)));
  }

  private void addCollectors(Map<?, ?> entry) {
    var script =
        new AbusiveCollectors.Script(
            Resources.wordings((String) entry.get("debtor")),
            Resources.wordings((String) entry.get("contact")),
            Truth.of(category(entry)),
            slots);
    long share = share(entry);
    strands.add(
        new Strand(
            new AbusiveCollectors(script, share, people, numbering, seeds.split()),
            share,
            rhythm(entry),
            complaints(entry)));
  }

  private static List<Wording> some(List<Wording> wordings, SplittableRandom random) {
    List<Wording> rest = new ArrayList<>(wordings);
    List<Wording> chosen = new ArrayList<>();
    while (chosen.size() < WORDINGS_A_CAMPAIGN && !rest.isEmpty()) {
      chosen.add(rest.remove(random.nextInt(rest.size())));
    }
    return chosen;
  }

  private Stream<Map<?, ?>> entries(String list) {
    return ((List<?>) mix.get(list)).stream().map(entry -> (Map<?, ?>) entry);
  }

  private long share(Map<?, ?> entry) {
    return (long) (messages * ((Number) entry.get("share")).doubleValue() / 100);
  }

  private Rhythm rhythm(Map<?, ?> entry) {
    return rhythms.get((String) entry.get("hours"));
  }

  private static Category category(Map<?, ?> entry) {
    return Category.valueOf((String) entry.get("category"));
  }

  private static double complaints(Map<?, ?> entry) {
    Number share = (Number) entry.get("complaints");
    return share == null ? 0.0 : share.doubleValue();
  }
}
