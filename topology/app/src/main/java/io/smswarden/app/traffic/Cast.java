package io.smswarden.app.traffic;

import io.smswarden.filter.verdict.Category;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads mix.yaml and makes a day's strands of it. */
final class Cast {

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
  private final Rewording chinese = Rewording.in("chinese");
  private final Rewording english = Rewording.in("english");
  private final Numbering numbering;
  private final List<CampaignPlan> campaigns;
  private final People people;
  private final List<Strand> strands = new ArrayList<>();
  private long numbersUsed;
  private long numbersUsedAbroad;

  Cast(DayPlan plan) {
    this.messages = plan.messages();
    this.midnight = plan.day().atStartOfDay();
    this.seeds = new SplittableRandom(plan.seed());
    this.numbering = new Numbering(plan.seed());
    List<Map<?, ?>> kinds = entries("campaigns").toList();
    this.campaigns =
        plan.crowd()
            .map(crowd -> CampaignPlan.exactly(crowd.campaigns(), kinds, messages, seeds.split()))
            .orElseGet(() -> CampaignPlan.usual(kinds, messages, seeds));
    this.people =
        new People(
            messages,
            plan.crowd().map(crowd -> OptionalInt.of(writersOf(crowd))).orElse(OptionalInt.empty()),
            numbering);
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
    campaigns.forEach(this::addCampaign);
    addCollectors(section("collectors"));
    add(section("errands"), new Errands(people, slots, seeds.split()));
    add(section("greetings"), new Greetings(people, slots, midnight, seeds.split()));
    Map<?, ?> talk = section("people");
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
    add(
        entry,
        new Notices(
            writers,
            Resources.wordings(wording),
            Truth.of(category(entry), Source.valueOf((String) entry.get("source"))),
            people,
            slots,
            seeds.split()));
  }

  private void addCampaign(CampaignPlan plan) {
    String wording = (String) plan.kind().get("wording");
    SplittableRandom random = seeds.split();
    Rhythm hours = rhythm(plan.kind());
    int length = random.nextInt(SHORTEST_CAMPAIGN_MINUTES, LONGEST_CAMPAIGN_MINUTES);
    int start = Math.min(hours.minuteOf(random.nextDouble()), Rhythm.MINUTES - length);
    boolean abroad = wording.endsWith("-en");
    var script =
        new Campaign.Script(
            Wording.some(Resources.wordings(wording), WORDINGS_A_CAMPAIGN, random),
            slots,
            slots.fix(random, midnight, SAME_IN_A_CAMPAIGN),
            abroad ? english : chinese,
            Disguise.any(random),
            numbers(plan.numbers(), abroad),
            Truth.ofCampaign(category(plan.kind()), wording + "-" + plan.ordinal()));
    strands.add(
        new Strand(
            new Campaign(script, plan, people, random),
            plan.messages(),
            hours.within(start, length),
            complaints(plan.kind())));
  }

  /** Numbers that no other campaign has, as far as there are enough. */
  private LongFunction<String> numbers(int count, boolean abroad) {
    if (abroad) {
      long first = numbersUsedAbroad;
      numbersUsedAbroad += count;
      return index -> numbering.abroad(first + index);
    }
    long first = numbersUsed;
    numbersUsed += count;
    return index -> numbering.campaign(first + index);
  }

  /** Who isn't registered and no part of a campaign is one of the people; at least half are. */
  private int writersOf(DayPlan.Crowd crowd) {
    return Math.max(crowd.senders() / 2, crowd.senders() - sendersBesidePeople());
  }

  private int sendersBesidePeople() {
    long registered = registry.stream().mapToLong(entry -> entry.senders().size()).sum();
    long rotated = campaigns.stream().mapToLong(CampaignPlan::numbers).sum();
    long collectors = AbusiveCollectors.numbersFor(share(section("collectors")));
    return Math.toIntExact(registered + rotated + collectors);
  }

  private void addCollectors(Map<?, ?> entry) {
    var script =
        new AbusiveCollectors.Script(
            Resources.wordings((String) entry.get("debtor")),
            Resources.wordings((String) entry.get("contact")),
            Truth.of(category(entry), Source.ABUSIVE_COLLECTOR),
            slots);
    add(entry, new AbusiveCollectors(script, share(entry), people, numbering, seeds.split()));
  }

  private void add(Map<?, ?> entry, Voice voice) {
    strands.add(new Strand(voice, share(entry), rhythm(entry), complaints(entry)));
  }

  private Stream<Map<?, ?>> entries(String list) {
    return ((List<?>) mix.get(list)).stream().map(entry -> (Map<?, ?>) entry);
  }

  private Map<?, ?> section(String name) {
    return (Map<?, ?>) mix.get(name);
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
