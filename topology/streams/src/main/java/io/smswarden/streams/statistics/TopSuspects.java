package io.smswarden.streams.statistics;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.TopSenders;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Keeps the most suspicious senders: each task its own, which it sends on once a second when they
 * changed, and one task those of all. The first of all are among the first of their partition, so
 * nothing is lost by that.
 */
public final class TopSuspects {

  /** Key of the list of all. */
  public static final String ALL = "ALL";

  private TopSuspects() {}

  /** The most suspicious senders, by {@link #ALL}. */
  public static KStream<String, TopSenders> of(
      StreamsBuilder builder, KStream<SenderId, SenderReputation> reputations) {
    builder.addStateStore(store(Stores.SUSPECTS_HERE));
    builder.addStateStore(store(Stores.SUSPECTS));
    return reputations
        .process(SuspectsHere::new, Named.as("suspects-here"), Stores.SUSPECTS_HERE)
        .repartition(
            Repartitioned.with(TopicKey.TEXT.serde(), TopicSerdes.stored(TopSenders.class))
                .withName(Stores.SUSPECTS)
                .withNumberOfPartitions(1))
        .process(SuspectsOfAll::new, Named.as("suspects-of-all"), Stores.SUSPECTS);
  }

  /** One list a partition, of {@link Ranking#ROOM} senders and about 100 bytes each. */
  private static StoreBuilder<KeyValueStore<String, TopSenders>> store(String name) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
            TopicKey.TEXT.serde(),
            TopicSerdes.stored(TopSenders.class))
        .withLoggingEnabled(Map.of());
  }
}
