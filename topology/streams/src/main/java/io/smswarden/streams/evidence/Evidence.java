package io.smswarden.streams.evidence;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.evidence.EvidenceKeys;
import io.smswarden.schemas.EvidenceCheckpoint;
import io.smswarden.schemas.EvidenceContent;
import io.smswarden.schemas.EvidenceHead;
import io.smswarden.schemas.EvidenceRecord;
import io.smswarden.schemas.Warning;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Evidence of a pipeline: chains, contents and checkpoints.
 *
 * @param chains records by sender
 * @param contents texts and recipients by record
 * @param checkpoints signed heads by partition
 */
public record Evidence(
    KStream<SenderId, EvidenceRecord> chains,
    KStream<String, EvidenceContent> contents,
    KStream<String, EvidenceCheckpoint> checkpoints) {

  /** Keeps warnings as evidence, in their own sub-topology, and signs it at an interval. */
  public static Evidence of(
      StreamsBuilder builder,
      KStream<SenderId, Warning> warnings,
      EvidenceKeys keys,
      Duration interval) {
    builder.addStateStore(
        store(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.EVIDENCE_HEADS)));
    builder.addStateStore(
        store(
            org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(Stores.EVIDENCE_UNSIGNED)));
    KStream<SenderId, Kept> kept =
        warnings.process(
            () -> new EvidenceProcessor(keys, interval),
            Named.as("evidence"),
            Stores.EVIDENCE_HEADS,
            Stores.EVIDENCE_UNSIGNED);
    return new Evidence(
        kept.flatMapValues(Evidence::chain, Named.as("evidence-chain")),
        kept.flatMap((sender, some) -> content(some), Named.as("evidence-content")),
        kept.flatMap((none, some) -> checkpoint(some), Named.as("evidence-checkpoint")));
  }

  private static List<EvidenceRecord> chain(Kept kept) {
    return kept instanceof Kept.Message message ? List.of(message.evidence()) : List.of();
  }

  private static List<KeyValue<String, EvidenceContent>> content(Kept kept) {
    return kept instanceof Kept.Message message
        ? List.of(KeyValue.pair(message.id(), message.content()))
        : List.of();
  }

  private static List<KeyValue<String, EvidenceCheckpoint>> checkpoint(Kept kept) {
    return kept instanceof Kept.Signature signature
        ? List.of(
            KeyValue.pair(
                Integer.toString(signature.checkpoint().getPartition()), signature.checkpoint()))
        : List.of();
  }

  private static StoreBuilder<KeyValueStore<String, EvidenceHead>> store(
      KeyValueBytesStoreSupplier supplier) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            supplier, TopicKey.TEXT.serde(), TopicSerdes.stored(EvidenceHead.class))
        .withLoggingEnabled(Map.of());
  }
}
