package io.smswarden.app.traffic;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One sender of mass messages who changes numbers through the day: each is used for a short while
 * and then never again, so that a filter which only counts by number comes late.
 */
final class Campaign implements Voice {

  /** Numbers of one campaign, at least and at most. */
  static final int FEWEST_NUMBERS = 20;

  static final int MOST_NUMBERS = 2_000;

  /** About so many messages before a number is dropped. */
  private static final int MESSAGES_A_NUMBER = 4;

  /** Numbers in use at the same time. */
  private static final int IN_USE = 3;

  private final Plan plan;
  private final People people;
  private final Slots slots;
  private final SplittableRandom random;
  private final Map<String, String> fixed;
  private final long numbers;
  private long sent;

  /**
   * What a campaign is.
   *
   * @param index different for each campaign of a day
   * @param messages how many it sends
   * @param wordings its texts
   * @param english whether it writes from abroad
   */
  record Plan(
      int index,
      long messages,
      List<Wording> wordings,
      Truth truth,
      boolean english,
      Numbering numbering) {

    Plan {
      wordings = List.copyOf(wordings);
    }
  }

  Campaign(
      Plan plan, People people, Slots slots, SplittableRandom random, Map<String, String> fixed) {
    this.plan = plan;
    this.people = people;
    this.slots = slots;
    this.random = random;
    this.fixed = Map.copyOf(fixed);
    this.numbers =
        Math.max(FEWEST_NUMBERS, Math.min(MOST_NUMBERS, plan.messages() / MESSAGES_A_NUMBER));
  }

  @Override
  public Draft speak(LocalDateTime at) {
    long reached = sent * numbers / Math.max(1, plan.messages());
    long number = Math.min(numbers - 1, reached + random.nextInt(IN_USE));
    sent++;
    Wording wording = plan.wordings().get(random.nextInt(plan.wordings().size()));
    return new Draft(
        new SenderId(sender(plan.index() * (long) MOST_NUMBERS + number)),
        people.number(people.anyone(random)),
        new SmsText(wording.fill(slots.filling(random, at, fixed))),
        plan.truth());
  }

  private String sender(long number) {
    return plan.english() ? plan.numbering().abroad(number) : plan.numbering().campaign(number);
  }
}
