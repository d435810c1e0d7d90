package io.smswarden.streams.statistics;

import io.smswarden.schemas.TopSender;
import io.smswarden.schemas.TopSenders;
import io.smswarden.streams.Stores;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The most suspicious senders of all partitions. */
final class SuspectsOfAll extends ContextualProcessor<String, TopSenders, String, TopSenders> {

  private KeyValueStore<String, TopSenders> byPartition;

  @Override
  public void init(ProcessorContext<String, TopSenders> context) {
    super.init(context);
    byPartition = context.getStateStore(Stores.SUSPECTS);
  }

  @Override
  public void process(Record<String, TopSenders> message) {
    byPartition.put(message.key(), message.value());
    Instant asOf = Instant.EPOCH;
    Map<String, TopSender> all = new HashMap<>();
    try (KeyValueIterator<String, TopSenders> partitions = byPartition.all()) {
      while (partitions.hasNext()) {
        KeyValue<String, TopSenders> partition = partitions.next();
        asOf = Ranking.later(asOf, partition.value.getAsOf());
        all.putAll(Ranking.byName(partition.value.getSenders()));
      }
    }
    context().forward(message.withKey(TopSuspects.ALL).withValue(Ranking.of(asOf, all.values())));
  }
}
