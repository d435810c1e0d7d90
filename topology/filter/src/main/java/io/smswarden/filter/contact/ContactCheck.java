package io.smswarden.filter.contact;

import io.smswarden.filter.Msisdn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds what a new contact breaks. Contacts may come in any order: a late one is counted where it
 * belongs, and makes those after it too many that were not before. The same contacts break the same
 * rules in whatever order they come.
 */
public final class ContactCheck {

  private final ContactRule rule;
  private final Msisdn debtor;

  /** A check by the rule of a debtor's country. */
  public ContactCheck(ContactRules rules, Msisdn debtor) {
    this.rule = rules.on(debtor);
    this.debtor = debtor;
  }

  /**
   * What a contact breaks, itself or by coming before others.
   *
   * @param earlier the contacts that came before it, in any order, each once
   */
  public List<Violation> violations(Contact contact, Collection<Contact> earlier) {
    List<Violation> found = new ArrayList<>();
    rule.hours()
        .filter(hours -> !hours.permit(contact.time(), LocalTimes.zones(debtor)))
        .ifPresent(hours -> found.add(new Violation.OutsideHours(contact, hours)));
    List<Contact> all = new ArrayList<>(earlier);
    all.add(contact);
    for (ContactLimit limit : rule.limits()) {
      for (Contact other : all) {
        if (within(other.time(), contact.time(), limit)) {
          int count = count(other.time(), all, limit);
          boolean crossed = count - 1 == limit.contacts();
          // An earlier one that was too many before this one came was reported when it came itself.
          if (crossed || (other.equals(contact) && count > limit.contacts())) {
            found.add(new Violation.TooOften(other, limit, count));
          }
        }
      }
    }
    return found;
  }

  private static int count(Instant end, List<Contact> contacts, ContactLimit limit) {
    return (int) contacts.stream().filter(c -> within(end, c.time(), limit)).count();
  }

  /** Whether a time is in the stretch that ends at another. */
  private static boolean within(Instant end, Instant time, ContactLimit limit) {
    return !time.isAfter(end) && time.isAfter(end.minus(limit.within()));
  }
}
