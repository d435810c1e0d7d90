package io.smswarden.app.traffic;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.verdict.Category;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Riders, drivers, plumbers and landlords: from their own numbers each writes much the same to many
 * who don't know them, and some answer.
 */
final class Errands implements Voice {

  private static final Truth HONEST = Truth.of(Category.NORMAL, Source.ERRAND);
  private static final List<String> SAME_FOR_A_WORKER =
      List.of("surname", "phone", "community", "road", "city");
  private static final int AT_WORK = 12;
  private static final int FEWEST_CUSTOMERS = 15;
  private static final int MOST_CUSTOMERS = 80;
  private static final int PERCENT_ANSWERED = 25;

  private final List<Exchange> sayings = Exchange.read("errand");
  private final People people;
  private final Slots slots;
  private final SplittableRandom random;
  private final Replies replies;
  private final List<Worker> atWork = new ArrayList<>();

  Errands(People people, Slots slots, SplittableRandom random) {
    this.people = people;
    this.slots = slots;
    this.random = random;
    this.replies = new Replies(random);
  }

  @Override
  public Draft speak(LocalDateTime at) {
    return replies
        .due(at)
        .map(reply -> draft(reply.from(), reply.to(), reply.wording(), Map.of(), at))
        .orElseGet(() -> toACustomer(at));
  }

  private Draft toACustomer(LocalDateTime at) {
    while (atWork.size() < AT_WORK) {
      atWork.add(begin(at));
    }
    int chosen = random.nextInt(atWork.size());
    Worker worker = atWork.get(chosen);
    if (--worker.customers == 0) {
      atWork.remove(chosen);
    }
    int customer = people.writer(random);
    List<Wording> answers = worker.saying.replies();
    if (!answers.isEmpty() && random.nextInt(100) < PERCENT_ANSWERED) {
      Wording answer = answers.get(random.nextInt(answers.size()));
      replies.await(customer, worker.person, answer, true, at);
    }
    return draft(worker.person, customer, worker.saying.opening(), worker.fixed, at);
  }

  private Worker begin(LocalDateTime at) {
    return new Worker(
        people.writer(random),
        sayings.get(random.nextInt(sayings.size())),
        slots.fix(random, at, SAME_FOR_A_WORKER),
        random.nextInt(FEWEST_CUSTOMERS, MOST_CUSTOMERS));
  }

  private Draft draft(
      int from, int to, Wording wording, Map<String, String> fixed, LocalDateTime at) {
    return new Draft(
        new SenderId(people.number(from).value()),
        people.number(to),
        new SmsText(wording.fill(slots.filling(random, at, fixed))),
        HONEST);
  }

  /** Somebody at work, with customers left to write to. */
  private static final class Worker {
    private final int person;
    private final Exchange saying;
    private final Map<String, String> fixed;
    private int customers;

    private Worker(int person, Exchange saying, Map<String, String> fixed, int customers) {
      this.person = person;
      this.saying = saying;
      this.fixed = fixed;
      this.customers = customers;
    }
  }
}
