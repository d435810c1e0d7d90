package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.verdict.Category;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Families and friends: one writes, mostly the other answers some minutes later, and sometimes the
 * first has the last word.
 */
final class Talk implements Voice {

  private static final Truth HONEST = Truth.of(Category.NORMAL, Source.PEOPLE);
  private static final int PERCENT_ANSWERED = 70;
  private static final int PERCENT_WITH_A_LAST_WORD = 30;

  private final People people;
  private final Slots slots;
  private final Language chinese = new Language("people");
  private final Language english = new Language("people-en");
  private final int percentEnglish;
  private final SplittableRandom random;
  private final Replies replies;

  Talk(People people, Slots slots, int percentEnglish, SplittableRandom random) {
    this.people = people;
    this.slots = slots;
    this.percentEnglish = percentEnglish;
    this.random = random;
    this.replies = new Replies(random);
  }

  @Override
  public Draft speak(LocalDateTime at) {
    return replies.due(at).map(reply -> answer(reply, at)).orElseGet(() -> open(at));
  }

  private Draft open(LocalDateTime at) {
    int from = people.writer(random);
    int to = people.friendOf(from, random);
    Language language = random.nextInt(100) < percentEnglish ? english : chinese;
    Exchange exchange = pick(language.exchanges);
    if (!exchange.replies().isEmpty() && random.nextInt(100) < PERCENT_ANSWERED) {
      replies.await(to, from, pick(exchange.replies()), false, at);
    }
    return draft(from, to, exchange.opening(), at);
  }

  private Draft answer(Replies.Reply reply, LocalDateTime at) {
    if (!reply.last() && random.nextInt(100) < PERCENT_WITH_A_LAST_WORD) {
      Language language = english.answers(reply.wording()) ? english : chinese;
      replies.await(reply.to(), reply.from(), pick(language.lastWords), true, at);
    }
    return draft(reply.from(), reply.to(), reply.wording(), at);
  }

  private Draft draft(int from, int to, Wording wording, LocalDateTime at) {
    Msisdn sender = people.number(from);
    return new Draft(
        new SenderId(sender.value()),
        people.number(to),
        new SmsText(wording.fill(slots.filling(random, at, Map.of()))),
        HONEST);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** What is said in one language. */
  private static final class Language {
    private final List<Exchange> exchanges;
    private final List<Wording> lastWords;

    private Language(String name) {
      exchanges = Exchange.read(name);
      lastWords = Resources.wordings(name + "-last");
    }

    private boolean answers(Wording wording) {
      return exchanges.stream().anyMatch(exchange -> exchange.replies().contains(wording));
    }
  }
}
