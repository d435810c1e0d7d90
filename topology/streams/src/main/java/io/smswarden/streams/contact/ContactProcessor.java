package io.smswarden.streams.contact;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.contact.Contact;
import io.smswarden.filter.contact.ContactCheck;
import io.smswarden.filter.contact.ContactLimit;
import io.smswarden.filter.contact.ContactRules;
import io.smswarden.filter.contact.Violation;
import io.smswarden.schemas.CollectionContact;
import io.smswarden.schemas.ContactRuleKind;
import io.smswarden.schemas.ContactViolation;
import io.smswarden.schemas.Contacts;
import io.smswarden.schemas.KnownContact;
import io.smswarden.streams.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Remembers the contacts of a pair and sends on what they break. */
final class ContactProcessor
    extends ContextualProcessor<String, CollectionContact, String, ContactViolation> {

  /**
   * So many contacts of a pair are looked at, the latest first: a flood must not stall the stream.
   */
  private static final int MOST = 1000;

  private final ContactRules rules;
  private WindowStore<String, Contacts> contacts;

  ContactProcessor(ContactRules rules) {
    this.rules = rules;
  }

  @Override
  public void init(ProcessorContext<String, ContactViolation> context) {
    super.init(context);
    contacts = context.getStateStore(Stores.CONTACTS);
  }

  @Override
  public void process(Record<String, CollectionContact> message) {
    CollectionContact value = message.value();
    Contact contact =
        new Contact(value.getMessageId(), new SenderId(value.getSender()), value.getEventTime());
    List<Contact> earlier = around(message.key(), contact.time());
    if (earlier.contains(contact)) {
      return;
    }
    remember(message.key(), contact);
    ContactCheck check = new ContactCheck(rules, new Msisdn(value.getRecipient()));
    for (Violation violation : check.violations(contact, earlier)) {
      context().forward(message.withValue(record(violation, value, earlier)));
    }
  }

  private List<Contact> around(String pair, Instant time) {
    List<Contact> found = new ArrayList<>();
    Instant from = time.minus(ContactLimit.LONGEST);
    Instant to = time.plus(ContactLimit.LONGEST);
    try (WindowStoreIterator<Contacts> latest = contacts.backwardFetch(pair, from, to)) {
      while (latest.hasNext() && found.size() < MOST) {
        KeyValue<Long, Contacts> next = latest.next();
        Instant at = Instant.ofEpochMilli(next.key);
        for (KnownContact known : next.value.getContacts()) {
          found.add(new Contact(known.getMessageId(), new SenderId(known.getSender()), at));
        }
      }
    }
    return found;
  }

  private void remember(String pair, Contact contact) {
    long at = contact.time().toEpochMilli();
    Contacts same = contacts.fetch(pair, at);
    List<KnownContact> all = same == null ? new ArrayList<>() : new ArrayList<>(same.getContacts());
    all.add(new KnownContact(contact.messageId(), contact.sender().value()));
    contacts.put(pair, new Contacts(all), at);
  }

  private static ContactViolation record(
      Violation violation, CollectionContact message, List<Contact> earlier) {
    if (violation instanceof Violation.TooOften often) {
      return record(
          violation.contact(),
          message,
          ContactRuleKind.FREQUENCY,
          "%d in %s".formatted(often.limit().contacts(), often.limit().within()),
          often.limit().source(),
          often.contacts());
    }
    Violation.OutsideHours outside = (Violation.OutsideHours) violation;
    return record(
        outside.contact(),
        message,
        ContactRuleKind.HOURS,
        outside.hours().from() + "-" + outside.hours().to(),
        outside.hours().source(),
        1 + earlier.size());
  }

  private static ContactViolation record(
      Contact contact,
      CollectionContact message,
      ContactRuleKind rule,
      String permitted,
      String source,
      int contacts) {
    return new ContactViolation(
        contact.messageId(),
        contact.sender().value(),
        message.getOrganisation(),
        message.getRecipient(),
        rule,
        permitted,
        source,
        contacts,
        contact.time());
  }
}
