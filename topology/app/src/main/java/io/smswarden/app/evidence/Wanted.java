package io.smswarden.app.evidence;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Pseudonym;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which evidence an export is to have.
 *
 * @param subject what it is about
 * @param is whether a record belongs to it
 * @param ids what must be found, of a case
 */
record Wanted(Subject subject, Predicate<EvidenceRecord> is, Set<String> ids) {

  Wanted {
    ids = Set.copyOf(ids);
  }

  static Wanted ofSender(SenderId sender) {
    return new Wanted(
        new Subject(Subject.Kind.SENDER, sender.value()),
        record -> record.chain().equals(sender.value()),
        Set.of());
  }

  static Wanted ofSubscriber(Msisdn subscriber, EvidenceKeys keys) {
    Pseudonym pseudonym = keys.pseudonym(subscriber);
    return new Wanted(
        new Subject(Subject.Kind.SUBSCRIBER, subscriber.value()),
        record -> record.facts().recipient().equals(pseudonym),
        Set.of());
  }

  static Wanted ofCase(String name, Set<String> ids) {
    return new Wanted(
        new Subject(Subject.Kind.CASE, name),
        record -> ids.contains(record.hash().hex()) || ids.contains(record.facts().messageId()),
        ids);
  }
}
