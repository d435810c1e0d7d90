package io.smswarden.app.traffic;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/**
 * One sender of mass messages who changes numbers through the day: each is used for a short while
 * and then never again, so that a filter which only counts by number comes late. No two messages
 * need be the same: words, openings and endings change, and some campaigns disguise themselves.
 */
final class Campaign implements Voice {

  /** Numbers in use at the same time, at most. */
  private static final int IN_USE = 3;

  private final Script script;
  private final CampaignPlan plan;
  private final People people;
  private final SplittableRandom random;
  private final int inUse;
  private long sent;

  /**
   * What a campaign says, and from where.
   *
   * @param wordings its texts
   * @param fixed slots that are the same in all its messages
   * @param numbers its numbers, by index from 0
   */
  record Script(
      List<Wording> wordings,
      Slots slots,
      Map<String, String> fixed,
      Rewording rewording,
      Disguise disguise,
      LongFunction<String> numbers,
      Truth truth) {

    Script {
      wordings = List.copyOf(wordings);
      fixed = Map.copyOf(fixed);
    }
  }

  Campaign(Script script, CampaignPlan plan, People people, SplittableRandom random) {
    this.script = script;
    this.plan = plan;
    this.people = people;
    this.random = random;
    this.inUse = (int) Math.max(1, Math.min(IN_USE, plan.messages() / plan.numbers() / 2));
  }

  @Override
  public Draft speak(LocalDateTime at) {
    long reached = sent * plan.numbers() / Math.max(1, plan.messages());
    long number = Math.min(plan.numbers() - 1L, reached + random.nextInt(inUse));
    sent++;
    return new Draft(
        new SenderId(script.numbers().apply(number)),
        people.number(people.anyone(random)),
        new SmsText(text(at)),
        script.truth());
  }

  private String text(LocalDateTime at) {
    Wording wording = script.wordings().get(random.nextInt(script.wordings().size()));
    String filled = wording.fill(script.slots().filling(random, at, script.fixed()));
    return script.disguise().on(script.rewording().of(filled, random), random);
  }
}
