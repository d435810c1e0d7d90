package io.smswarden.app.traffic;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.SmsText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;

/** Registered organisations write to their customers. */
final class Notices implements Voice {

  private final List<Organisation> organisations;
  private final List<Wording> wordings;
  private final Truth truth;
  private final People people;
  private final Slots slots;
  private final SplittableRandom random;

  Notices(
      List<Organisation> organisations,
      List<Wording> wordings,
      Truth truth,
      People people,
      Slots slots,
      SplittableRandom random) {
    this.organisations = List.copyOf(organisations);
    this.wordings = List.copyOf(wordings);
    this.truth = truth;
    this.people = people;
    this.slots = slots;
    this.random = random;
  }

  @Override
  public Draft speak(LocalDateTime at) {
    Organisation organisation = organisations.get(mostlyTheFirst(organisations.size()));
    String sender = organisation.senders().get(mostlyTheFirst(organisation.senders().size()));
    Wording wording = wordings.get(random.nextInt(wordings.size()));
    return new Draft(
        new SenderId(sender),
        people.number(people.anyone(random)),
        new SmsText(wording.fill(slots.filling(random, at, organisation.slots()))),
        truth);
  }

  private int mostlyTheFirst(int size) {
    double uniform = random.nextDouble();
    return (int) (uniform * uniform * size);
  }
}
