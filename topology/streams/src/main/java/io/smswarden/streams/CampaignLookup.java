package io.smswarden.streams;

import io.smswarden.schemas.Campaign;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Lists the campaigns that go on; every instance knows all. Safe for use by many threads. */
public final class CampaignLookup {

  private final KafkaStreams streams;
  private final Deserializer<Campaign> campaigns;

  /** A lookup. */
  public CampaignLookup(KafkaStreams streams, TopicSerdes serdes) {
    this.streams = streams;
    this.campaigns = serdes.value(Topics.CAMPAIGNS).deserializer();
  }

  /**
   * All of them, in no order.
   *
   * @throws StateNotReadyException when it can't be told now
   */
  public List<Campaign> all() {
    List<Campaign> found = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> published =
        streams
            .store(
                StoreQueryParameters.fromNameAndType(
                    Stores.KNOWN_CAMPAIGNS, QueryableStoreTypes.<String, byte[]>keyValueStore()))
            .all()) {
      published.forEachRemaining(
          one -> found.add(campaigns.deserialize(Topics.CAMPAIGNS.name(), one.value)));
    } catch (InvalidStateStoreException e) {
      throw new StateNotReadyException("the campaigns are still being read", e);
    }
    return found;
  }
}
