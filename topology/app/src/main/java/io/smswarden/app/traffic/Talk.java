package io.smswarden.app.traffic;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.verdict.Category;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;

/** Families and friends: one writes, and mostly the other answers some minutes later. */
final class Talk implements Voice {

  private static final Truth HONEST = Truth.of(Category.NORMAL);
  private static final int LONGEST_WAIT_MINUTES = 12;

  /** Keeps memory constant whatever the number of messages. */
  private static final int OPEN_AT_MOST = 10_000;

  private final People people;
  private final Slots slots;
  private final List<Exchange> chinese;
  private final List<Exchange> english;
  private final int percentEnglish;
  private final SplittableRandom random;
  private final Queue<Reply> replies = new ArrayDeque<>();

  Talk(People people, Slots slots, int percentEnglish, SplittableRandom random) {
    this.people = people;
    this.slots = slots;
    this.chinese = Exchange.read("people");
    this.english = Exchange.read("people-en");
    this.percentEnglish = percentEnglish;
    this.random = random;
  }

  @Override
  public Draft speak(LocalDateTime at) {
    Reply reply = replies.peek();
    if (reply != null && !reply.notBefore().isAfter(at)) {
      replies.remove();
      return draft(reply.from(), reply.to(), reply.wording(), at);
    }
    int from = people.anyone(random);
    int to = people.friendOf(from, random);
    Exchange exchange = pick(random.nextInt(100) < percentEnglish ? english : chinese);
    if (!exchange.replies().isEmpty()
        && replies.size() < OPEN_AT_MOST
        && random.nextInt(100) < 70) {
      LocalDateTime then = at.plusMinutes(random.nextInt(1, LONGEST_WAIT_MINUTES));
      replies.add(new Reply(to, from, pick(exchange.replies()), then));
    }
    return draft(from, to, exchange.opening(), at);
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

  private record Reply(int from, int to, Wording wording, LocalDateTime notBefore) {}

  /** What is said and what may be answered. */
  record Exchange(Wording opening, List<Wording> replies) {

    static List<Exchange> read(String name) {
      return Resources.wordingLines(name).stream().map(Exchange::parse).toList();
    }

    private static Exchange parse(String line) {
      String[] sides = line.split(" => ", 2);
      List<Wording> replies =
          sides.length == 1
              ? List.of()
              : Arrays.stream(sides[1].split(" \\| ")).map(Wording::parse).toList();
      return new Exchange(Wording.parse(sides[0]), replies);
    }
  }
}
