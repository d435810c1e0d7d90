package io.smswarden.app.evidence;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.evidence.Attestation;
import io.smswarden.filter.evidence.BareLink;
import io.smswarden.filter.evidence.Checkpoint;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.Erasure;
import io.smswarden.filter.evidence.EvidenceLink;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Facts;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.Head;
import io.smswarden.filter.evidence.Observation;
import io.smswarden.filter.evidence.Pseudonym;
import io.smswarden.filter.evidence.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The lines of an export's files. */
final class EvidenceLines {

  static final Lines<EvidenceLink, LinkLine> LINKS =
      new Lines<>(LinkLine.class, LinkLine::of, LinkLine::link);
  static final Lines<KeptContent, ContentLine> CONTENTS =
      new Lines<>(ContentLine.class, ContentLine::of, ContentLine::content);
  static final Lines<Attestation, CheckpointLine> CHECKPOINTS =
      new Lines<>(CheckpointLine.class, CheckpointLine::of, CheckpointLine::attestation);
  static final Lines<Erasure, ErasureLine> ERASURES =
      new Lines<>(ErasureLine.class, ErasureLine::of, ErasureLine::erasure);

  private EvidenceLines() {}

  /** A content and the record that it belongs to. */
  record KeptContent(Hash evidence, Content content) {}

  /**
   * A record, or a link.
   *
   * @param facts null for a link
   */
  record LinkLine(
      String sender,
      long sequence,
      String previous,
      String factsHash,
      String hash,
      FactsLine facts) {

    static LinkLine of(EvidenceLink link) {
      return new LinkLine(
          link.chain(),
          link.sequence(),
          link.previous().hex(),
          link.factsHash().hex(),
          link.hash().hex(),
          link instanceof EvidenceRecord whole ? FactsLine.of(whole.facts()) : null);
    }

    EvidenceLink link() {
      return facts == null
          ? new BareLink(sender, sequence, new Hash(previous), new Hash(factsHash), new Hash(hash))
          : new EvidenceRecord(sender, sequence, new Hash(previous), facts.facts(), new Hash(hash));
    }
  }

  /** A record's facts. */
  record FactsLine(
      String messageId,
      String eventTime,
      String receivedTime,
      String recipient,
      String organisation,
      boolean senderVerified,
      double score,
      String category,
      String action,
      double modelLogit,
      List<Observation> reasons,
      Facts.Versions versions,
      String commitment) {

    FactsLine {
      reasons = List.copyOf(reasons);
    }

    static FactsLine of(Facts facts) {
      return new FactsLine(
          facts.messageId(),
          facts.eventTime().toString(),
          facts.receivedTime().toString(),
          facts.recipient().hex(),
          facts.organisation().orElse(null),
          facts.senderVerified(),
          facts.score(),
          facts.category(),
          facts.action(),
          facts.modelLogit(),
          facts.reasons(),
          facts.versions(),
          facts.commitment().hex());
    }

    Facts facts() {
      return new Facts(
          messageId,
          Instant.parse(eventTime),
          Instant.parse(receivedTime),
          new Pseudonym(recipient),
          Optional.ofNullable(organisation),
          senderVerified,
          score,
          category,
          action,
          modelLogit,
          reasons,
          versions,
          new Hash(commitment));
    }
  }

  /** A content; {@code evidence} is its record's hash. */
  record ContentLine(String evidence, String salt, String recipient, String text) {

    static ContentLine of(KeptContent kept) {
      Content content = kept.content();
      return new ContentLine(
          kept.evidence().hex(),
          content.salt().hex(),
          content.recipient().value(),
          content.text().value());
    }

    KeptContent content() {
      return new KeptContent(
          new Hash(evidence),
          new Content(new Hash(salt), new Msisdn(recipient), new SmsText(text)));
    }
  }

  /** A checkpoint with one of its heads, and the way from that to the root. */
  record CheckpointLine(
      int partition,
      long sequence,
      String previous,
      String signedAt,
      String root,
      int heads,
      String hash,
      String keyId,
      String signature,
      String sender,
      long senderSequence,
      String senderHash,
      int index,
      List<String> path) {

    CheckpointLine {
      path = List.copyOf(path);
    }

    static CheckpointLine of(Attestation attestation) {
      Checkpoint checkpoint = attestation.checkpoint();
      Head head = attestation.head();
      return new CheckpointLine(
          checkpoint.partition(),
          checkpoint.sequence(),
          checkpoint.previous().hex(),
          checkpoint.signedAt().toString(),
          checkpoint.root().hex(),
          checkpoint.heads(),
          checkpoint.hash().hex(),
          checkpoint.signed().keyId(),
          checkpoint.signed().signature(),
          head.chain(),
          head.sequence(),
          head.hash().hex(),
          attestation.index(),
          attestation.path().stream().map(Hash::hex).toList());
    }

    Attestation attestation() {
      return new Attestation(
          new Checkpoint(
              partition,
              sequence,
              new Hash(previous),
              Instant.parse(signedAt),
              new Hash(root),
              heads,
              new Hash(hash),
              new Signed(keyId, signature)),
          new Head(sender, senderSequence, new Hash(senderHash)),
          index,
          path.stream().map(Hash::new).toList());
    }
  }

  /** An erasure. */
  record ErasureLine(
      String id,
      String subscriber,
      String by,
      String at,
      String reason,
      List<String> evidence,
      String hash,
      String keyId,
      String signature) {

    ErasureLine {
      evidence = List.copyOf(evidence);
    }

    static ErasureLine of(Erasure erasure) {
      return new ErasureLine(
          erasure.id(),
          erasure.subscriber().hex(),
          erasure.by(),
          erasure.at().toString(),
          erasure.reason(),
          erasure.evidence().stream().map(Hash::hex).toList(),
          erasure.hash().hex(),
          erasure.signed().keyId(),
          erasure.signed().signature());
    }

    Erasure erasure() {
      return new Erasure(
          id,
          new Pseudonym(subscriber),
          by,
          Instant.parse(at),
          reason,
          evidence.stream().map(Hash::new).toList(),
          new Hash(hash),
          new Signed(keyId, signature));
    }
  }
}
