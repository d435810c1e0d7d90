package io.smswarden.streams;

import io.smswarden.filter.Msisdn;
import io.smswarden.filter.SmsText;
import io.smswarden.filter.evidence.Checkpoint;
import io.smswarden.filter.evidence.Content;
import io.smswarden.filter.evidence.Erasure;
import io.smswarden.filter.evidence.EvidenceRecord;
import io.smswarden.filter.evidence.Facts;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.Head;
import io.smswarden.filter.evidence.Observation;
import io.smswarden.filter.evidence.Pseudonym;
import io.smswarden.filter.evidence.Signed;
import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.schemas.EvidenceErasure;
import io.smswarden.schemas.EvidenceHead;
import io.smswarden.schemas.EvidenceSignature;
import io.smswarden.schemas.FiredSignal;
import io.smswarden.schemas.Sha256;
import io.smswarden.schemas.Verdict;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Evidence as topics and stores hold it, and as it is checked. */
public final class EvidenceFormat {

  private EvidenceFormat() {}

  /** What is known of a flagged message beside its content. */
  public static Facts facts(
      Verdict verdict,
      Pseudonym recipient,
      Optional<String> organisation,
      boolean senderVerified,
      Hash commitment) {
    return new Facts(
        verdict.getMessageId(),
        verdict.getEventTime(),
        verdict.getReceivedTime(),
        recipient,
        organisation,
        senderVerified,
        verdict.getScore(),
        verdict.getCategory().name(),
        verdict.getAction().name(),
        verdict.getModelLogit(),
        verdict.getSignals().stream().map(EvidenceFormat::observation).toList(),
        new Facts.Versions(
            verdict.getVersions().getModel(),
            verdict.getVersions().getSignals(),
            verdict.getVersions().getRules()),
        commitment);
  }

  private static Observation observation(FiredSignal signal) {
    return new Observation(
        signal.getCode(),
        signal.getStrength(),
        signal.getWeight(),
        signal.getStart(),
        signal.getEnd(),
        signal.getReasonZh(),
        signal.getReasonEn());
  }

  /** A record, for the topic. */
  public static io.smswarden.schemas.EvidenceRecord write(EvidenceRecord record, Verdict verdict) {
    return new io.smswarden.schemas.EvidenceRecord(
        record.sequence(),
        write(record.previous()),
        write(record.hash()),
        verdict,
        write(new Hash(record.facts().recipient().hex())),
        record.facts().organisation().orElse(null),
        record.facts().senderVerified(),
        write(record.facts().commitment()));
  }

  /** A record of the topic. */
  public static EvidenceRecord read(io.smswarden.schemas.EvidenceRecord record) {
    Facts facts =
        facts(
            record.getVerdict(),
            new Pseudonym(read(record.getRecipient()).hex()),
            Optional.ofNullable(record.getOrganisation()),
            record.getSenderVerified(),
            read(record.getCommitment()));
    return new EvidenceRecord(
        record.getVerdict().getSender(),
        record.getSequence(),
        read(record.getPrevious()),
        facts,
        read(record.getHash()));
  }

  /** A content, for the topic. */
  public static EvidenceContent write(Content content) {
    return new EvidenceContent(
        write(content.salt()), content.recipient().value(), content.text().value());
  }

  /** A content of the topic. */
  public static Content read(EvidenceContent content) {
    return new Content(
        read(content.getSalt()),
        new Msisdn(content.getRecipient()),
        new SmsText(content.getText()));
  }

  /** A checkpoint with its heads, for the topic. */
  public static EvidenceCheckpoint write(Checkpoint checkpoint, List<Head> heads) {
    return new EvidenceCheckpoint(
        checkpoint.partition(),
        checkpoint.sequence(),
        write(checkpoint.previous()),
        checkpoint.signedAt(),
        write(checkpoint.root()),
        heads.stream().map(EvidenceFormat::write).toList(),
        write(checkpoint.hash()),
        write(checkpoint.signed()));
  }

  /** A checkpoint of the topic; its heads are read by {@link #heads}. */
  public static Checkpoint read(EvidenceCheckpoint checkpoint) {
    return new Checkpoint(
        checkpoint.getPartition(),
        checkpoint.getSequence(),
        read(checkpoint.getPrevious()),
        checkpoint.getSignedAt(),
        read(checkpoint.getRoot()),
        checkpoint.getHeads().size(),
        read(checkpoint.getHash()),
        read(checkpoint.getSignature()));
  }

  /** The heads of a checkpoint. */
  public static List<Head> heads(EvidenceCheckpoint checkpoint) {
    return checkpoint.getHeads().stream().map(EvidenceFormat::read).toList();
  }

  /** A head, for store and topic. */
  public static EvidenceHead write(Head head) {
    return new EvidenceHead(head.chain(), head.sequence(), write(head.hash()));
  }

  /** A head of a store or a topic. */
  public static Head read(EvidenceHead head) {
    return new Head(head.getChain(), head.getSequence(), read(head.getHash()));
  }

  /** An erasure, for the topic. */
  public static EvidenceErasure write(Erasure erasure) {
    return new EvidenceErasure(
        erasure.id(),
        write(new Hash(erasure.subscriber().hex())),
        erasure.by(),
        erasure.at(),
        erasure.reason(),
        erasure.evidence().stream().map(EvidenceFormat::write).toList(),
        write(erasure.hash()),
        write(erasure.signed()));
  }

  /** An erasure of the topic. */
  public static Erasure read(EvidenceErasure erasure) {
    return new Erasure(
        erasure.getId(),
        new Pseudonym(read(erasure.getSubscriber()).hex()),
        erasure.getErasedBy(),
        erasure.getErasedAt(),
        erasure.getReason(),
        erasure.getEvidence().stream().map(EvidenceFormat::read).toList(),
        read(erasure.getHash()),
        read(erasure.getSignature()));
  }

  private static Sha256 write(Hash hash) {
    return new Sha256(hash.bytes());
  }

  private static Hash read(Sha256 hash) {
    return Hash.of(hash.bytes());
  }

  private static EvidenceSignature write(Signed signed) {
    return new EvidenceSignature(
        signed.keyId(), ByteBuffer.wrap(HexFormat.of().parseHex(signed.signature())));
  }

  private static Signed read(EvidenceSignature signature) {
    ByteBuffer buffer = signature.getSignature().duplicate();
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return new Signed(signature.getKeyId(), HexFormat.of().formatHex(bytes));
  }
}
