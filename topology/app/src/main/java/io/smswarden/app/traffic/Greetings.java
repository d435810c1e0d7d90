package io.smswarden.app.traffic;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.verdict.Category;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What goes around: a few texts of the day that many people pass on to their friends, with a name
 * before or behind. Nearly the same text from many numbers, and honest.
 */
final class Greetings implements Voice {

  private static final Truth HONEST = Truth.of(Category.NORMAL, Source.GREETING);
  private static final int TEXTS_OF_A_DAY = 6;
  private static final int PERCENT_ADDRESSED = 30;
  private static final int PERCENT_SIGNED = 25;

  private final List<Wording> texts;
  private final People people;
  private final Slots slots;
  private final SplittableRandom random;
  private final Map<String, String> fixed;

  Greetings(People people, Slots slots, LocalDateTime midnight, SplittableRandom random) {
    this.people = people;
    this.slots = slots;
    this.random = random;
    this.texts = Wording.some(Resources.wordings("greeting"), TEXTS_OF_A_DAY, random);
    List<String> said = texts.stream().flatMap(text -> text.slots().stream()).toList();
    this.fixed = slots.fix(random, midnight, said);
  }

  @Override
  public Draft speak(LocalDateTime at) {
    int from = people.writer(random);
    // The most of what goes around is one text.
    double uniform = random.nextDouble();
    Wording text = texts.get((int) (uniform * uniform * texts.size()));
    Slots.Filling anew = slots.filling(random, at, Map.of());
    StringBuilder words = new StringBuilder(96);
    if (random.nextInt(100) < PERCENT_ADDRESSED) {
      words.append(anew.value("friend")).append("，");
    }
    words.append(text.fill(slots.filling(random, at, fixed)));
    if (random.nextInt(100) < PERCENT_SIGNED) {
      words.append("——").append(anew.value("fullName"));
    }
    return new Draft(
        new SenderId(people.number(from).value()),
        people.number(people.friendOf(from, random)),
        new SmsText(words.toString()),
        HONEST);
  }
}
