package io.smswarden.app.evidence;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.evidence.Checkpoint;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.filter.evidence.EvidenceLink;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.Head;
import io.smswarden.schemas.Action;
import io.smswarden.schemas.Category;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.Verdict;
import io.smswarden.schemas.Versions;
import io.smswarden.streams.EvidenceFormat;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence of messages of our own writing. */
final class Samples {

  static final EvidenceKeys KEYS = EvidenceKeys.generate(new SecureRandom());
  static final String SENDER = "+8613900000009";
  static final String OTHER = "95588";
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Samples() {}

  static String text(String messageId) {
    return "<b>您欠款8400元</b> & 今天不还就联系家人 " + messageId;
  }

  static Verdict verdict(String sender, String messageId) {
    return new Verdict(
        messageId,
        sender,
        NOON,
        NOON.plusMillis(5),
        0.97,
        Category.COLLECTION_ABUSIVE,
        Action.WARN,
        1.25,
        List.of(
            new FiredSignal("THREAT_FAMILY", 1.0, 0.5, 1, 26, "以骚扰家人相威胁", "threatens the family")),
        new Versions("m1", "s1", ""));
  }

  static Content content(String messageId, String recipient) {
    return new Content(KEYS.salt(messageId), new Msisdn(recipient), new SmsText(text(messageId)));
  }

  static EvidenceRecord record(Head head, String messageId, String recipient) {
    return EvidenceRecord.after(
        head,
        EvidenceFormat.facts(
            verdict(head.chain(), messageId),
            KEYS.pseudonym(new Msisdn(recipient)),
            Optional.of("某公司"),
            false,
            content(messageId, recipient).commitment()));
  }

  /** A chain of some messages to one subscriber, with its contents and a checkpoint of its end. */
  static Excerpt excerpt(int length) {
    List<EvidenceLink> links = new ArrayList<>();
    Map<Hash, Content> contents = new LinkedHashMap<>();
    Head head = Head.none(SENDER);
    for (int i = 1; i <= length; i++) {
      EvidenceRecord next = record(head, "m" + i, "+8613800000001");
      links.add(next);
      contents.put(next.hash(), content("m" + i, "+8613800000001"));
      head = next.head();
    }
    List<Head> heads = List.of(new Head(OTHER, 3, Hash.NONE), head, new Head("Z", 1, Hash.NONE));
    Checkpoint checkpoint =
        Checkpoint.after(Head.none(Checkpoint.chain(1)), 1, NOON.plusSeconds(60), heads, KEYS);
    return new Excerpt(links, contents, List.of(checkpoint.attest(heads, 1)), List.of());
  }
}
