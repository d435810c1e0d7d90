package io.smswarden.filter.evidence;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SmsText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Evidence to try things on. */
final class Chains {

  static final EvidenceKeys KEYS = EvidenceKeys.generate(new SecureRandom());
  static final String SENDER = "+8613900000009";
  static final Msisdn SUBSCRIBER = new Msisdn("+8613800000001");
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Chains() {}

  static Content content(String messageId) {
    return new Content(KEYS.salt(messageId), SUBSCRIBER, new SmsText("您欠款未还 " + messageId));
  }

  static Facts facts(String messageId) {
    return new Facts(
        messageId,
        NOON,
        NOON.plusMillis(5),
        KEYS.pseudonym(SUBSCRIBER),
        Optional.of("某公司"),
        true,
        0.97,
        "FRAUD",
        "WARN",
        1.5,
        List.of(new Observation("LINK", 1, 0.5, 3, 9, "含链接", "has a link")),
        new Facts.Versions("m", "s", ""),
        content(messageId).commitment());
  }

  /** A sender's records, numbered from 1. */
  static List<EvidenceRecord> chain(String sender, int length) {
    List<EvidenceRecord> chain = new ArrayList<>();
    Head head = Head.none(sender);
    for (long number : LongStream.rangeClosed(1, length).toArray()) {
      EvidenceRecord next = EvidenceRecord.after(head, facts(sender + "#" + number));
      chain.add(next);
      head = next.head();
    }
    return chain;
  }

  static Checkpoint checkpoint(Head before, Head... heads) {
    return Checkpoint.after(before, 3, NOON, List.of(heads), KEYS);
  }
}
