package io.smswarden.streams.contact;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.contact.ContactLimit;
import io.smswarden.filter.contact.ContactRules;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.CollectionContact;
import io.smswarden.schemas.ContactViolation;
import io.smswarden.schemas.Contacts;
import io.smswarden.schemas.SmsEvent;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.score.Judged;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Counts messages about debts by organisation, or sender where none is verified, and subscriber.
 * Only these messages are repartitioned: a few in a hundred of all.
 *
 * <p>A contact takes about 150 bytes in the store for {@link ContactLimit#LONGEST} and the grace.
 */
public final class ContactViolations {

  private static final Set<Category> COLLECTION =
      EnumSet.of(Category.COLLECTION_LAWFUL, Category.COLLECTION_ABUSIVE);

  private final ContactRules rules;
  private final Duration grace;

  /** Contacts under rules, where one that comes at most {@code grace} late is still counted. */
  public ContactViolations(ContactRules rules, Duration grace) {
    this.rules = rules;
    this.grace = grace;
  }

  /** What broke the rules, by sender. */
  public KStream<SenderId, ContactViolation> of(
      StreamsBuilder builder, KStream<SenderId, Judged> judged) {
    builder.addStateStore(store());
    return judged
        .filter(
            (sender, message) -> COLLECTION.contains(message.verdict().getCategory()),
            Named.as("about-a-debt"))
        .mapValues(message -> contact(message), Named.as("collection-contact"))
        .selectKey((sender, contact) -> pair(contact), Named.as("contact-by-pair"))
        .repartition(
            Repartitioned.with(TopicKey.TEXT.serde(), TopicSerdes.stored(CollectionContact.class))
                .withName(Stores.CONTACTS))
        .process(() -> new ContactProcessor(rules), Named.as("contact-rules"), Stores.CONTACTS)
        .selectKey(
            (pair, violation) -> new SenderId(violation.getSender()),
            Named.as("violation-by-sender"));
  }

  private StoreBuilder<WindowStore<String, Contacts>> store() {
    return org.apache.kafka.streams.state.Stores.windowStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentWindowStore(
                Stores.CONTACTS,
                ContactLimit.LONGEST.plus(grace),
                // An entry is of one millisecond; the store demands a window.
                Duration.ofMillis(1),
                false),
            TopicKey.TEXT.serde(),
            TopicSerdes.stored(Contacts.class))
        .withLoggingEnabled(Map.of());
  }

  private static CollectionContact contact(Judged message) {
    SmsEvent event = message.event();
    return new CollectionContact(
        event.getId(),
        event.getSender(),
        message.verified() ? message.organisation().orElse(null) : null,
        event.getRecipient(),
        event.getEventTime());
  }

  /** A recipient has no blank, so the last one parts the two. */
  private static String pair(CollectionContact contact) {
    String who =
        contact.getOrganisation() == null
            ? "sender " + contact.getSender()
            : "organisation " + contact.getOrganisation();
    return who + " " + contact.getRecipient();
  }
}
