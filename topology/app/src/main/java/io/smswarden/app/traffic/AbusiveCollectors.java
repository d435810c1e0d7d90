package io.smswarden.app.traffic;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Collectors who threaten: from mobile numbers, at all hours, several messages to the debtor and to
 * people of the debtor's address book.
 */
final class AbusiveCollectors implements Voice {

  private static final List<String> SAME_IN_A_CASE =
      List.of("fullName", "debt", "days", "fakeLender", "tail", "phone", "city", "wechat");

  private static final int CASES_A_NUMBER = 4;

  /** Two to the debtor, to three to six others, and one more to the debtor after every other. */
  private static final int MESSAGES_A_CASE = 9;

  private static final int FEWEST_OPEN = 6;
  private static final int MOST_OPEN = 2_000;

  /** Of all cases of a day, this part is being worked on at the same time. */
  private static final int MESSAGES_AN_OPEN_CASE = 100;

  private final List<Wording> toDebtor;
  private final List<Wording> toContact;
  private final Truth truth;
  private final People people;
  private final Slots slots;
  private final Numbering numbering;
  private final SplittableRandom random;
  private final int openCases;
  private final List<Case> open = new ArrayList<>();
  private int begun;

  AbusiveCollectors(
      Script script, long messages, People people, Numbering numbering, SplittableRandom random) {
    this.toDebtor = script.toDebtor();
    this.toContact = script.toContact();
    this.truth = script.truth();
    this.slots = script.slots();
    this.people = people;
    this.numbering = numbering;
    this.random = random;
    this.openCases =
        (int) Math.min(MOST_OPEN, Math.max(FEWEST_OPEN, messages / MESSAGES_AN_OPEN_CASE));
  }

  /** About how many numbers write so many messages. */
  static long numbersFor(long messages) {
    return messages / (CASES_A_NUMBER * MESSAGES_A_CASE);
  }

  /** What collectors say. */
  record Script(List<Wording> toDebtor, List<Wording> toContact, Truth truth, Slots slots) {}

  @Override
  public Draft speak(LocalDateTime at) {
    while (open.size() < openCases) {
      open.add(begin(at));
    }
    int chosen = random.nextInt(open.size());
    Case current = open.get(chosen);
    int recipient = current.next();
    if (current.done()) {
      open.remove(chosen);
    }
    List<Wording> wordings = recipient == current.debtor ? toDebtor : toContact;
    Wording wording = wordings.get(random.nextInt(wordings.size()));
    return new Draft(
        new SenderId(current.sender),
        people.number(recipient),
        new SmsText(wording.fill(slots.filling(random, at, current.fixed))),
        truth);
  }

  private Case begin(LocalDateTime at) {
    int debtor = people.anyone(random);
    String sender = numbering.collector(begun / CASES_A_NUMBER);
    begun++;
    // First the debtor, then by turns those who know the debtor and the debtor again.
    List<Integer> recipients = new ArrayList<>(List.of(debtor, debtor));
    for (int contact : people.closestOf(debtor, random.nextInt(3, 7))) {
      recipients.add(contact);
      if (random.nextBoolean()) {
        recipients.add(debtor);
      }
    }
    return new Case(debtor, sender, recipients, slots.fix(random, at, SAME_IN_A_CASE));
  }

  /** One debtor being pressed. */
  private static final class Case {
    private final int debtor;
    private final String sender;
    private final List<Integer> recipients;
    private final Map<String, String> fixed;
    private int sent;

    private Case(int debtor, String sender, List<Integer> recipients, Map<String, String> fixed) {
      this.debtor = debtor;
      this.sender = sender;
      this.recipients = recipients;
      this.fixed = fixed;
    }

    private int next() {
      return recipients.get(sent++);
    }

    private boolean done() {
      return sent == recipients.size();
    }
  }
}
