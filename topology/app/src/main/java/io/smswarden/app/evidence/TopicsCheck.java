package io.smswarden.app.evidence;

import io.smswarden.filter.evidence.EvidenceVerifier;
import io.smswarden.filter.evidence.EvidenceVerifier.Checked;
import io.smswarden.filter.evidence.Extent;
import io.smswarden.filter.evidence.Fault;
import io.smswarden.filter.evidence.Hash;
import io.smswarden.filter.evidence.PublicKeys;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.streams.EvidenceFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Checks everything that the topics of evidence hold, also while the pipeline adds to them. */
final class TopicsCheck {

  private final EvidenceTopics topics;
  private final Consumer<Fault> faults;
  private final EvidenceVerifier verifier;

  TopicsCheck(EvidenceTopics topics, PublicKeys keys, Consumer<Fault> faults) {
    this.topics = topics;
    this.faults = faults;
    boolean recordsGone = topics.chains().oldestGone() || topics.checkpoints().oldestGone();
    this.verifier =
        new EvidenceVerifier(
            keys,
            recordsGone ? Extent.LATEST : Extent.WHOLE,
            topics.contents().oldestGone() ? Extent.LATEST : Extent.WHOLE,
            faults);
  }

  /**
   * Reads it all. What is signed, erased or has a content is in the chains, which are read last.
   */
  Checked run() {
    Map<TopicPartition, Long> ends = topics.chains().committedEnds();
    topics
        .checkpoints()
        .each(
            found ->
                present(found)
                    .ifPresent(
                        checkpoint ->
                            verifier.checkpoint(
                                EvidenceFormat.read(checkpoint),
                                EvidenceFormat.heads(checkpoint),
                                found.where())),
            faults);
    topics.contents().each(this::content, faults);
    topics
        .erasures()
        .each(
            found ->
                present(found)
                    .ifPresent(
                        erasure -> verifier.erasure(EvidenceFormat.read(erasure), found.where())),
            faults);
    topics
        .chains()
        .each(
            ends,
            found ->
                present(found)
                    .ifPresent(
                        record ->
                            verifier.record(
                                found.key().value(),
                                EvidenceFormat.read(record),
                                found.where(),
                                !found.beyond())),
            faults);
    return verifier.finish();
  }

  private void content(Found<String, EvidenceContent> found) {
    Optional<Hash> evidence = Ids.hash(found.key());
    if (evidence.isEmpty()) {
      faults.accept(Fault.at(found.where(), Fault.Kind.FOREIGN, "its key is no record's hash"));
    } else if (found.value() == null) {
      verifier.noContent(evidence.get());
    } else {
      verifier.content(evidence.get(), EvidenceFormat.read(found.value()), found.where());
    }
  }

  private <V extends org.apache.avro.specific.SpecificRecord> Optional<V> present(
      Found<?, V> found) {
    if (found.value() == null) {
      faults.accept(Fault.at(found.where(), Fault.Kind.FOREIGN, "a tombstone has no place here"));
    }
    return Optional.ofNullable(found.value());
  }
}
