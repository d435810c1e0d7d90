package io.smswarden.streams.campaign;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.campaign.KnownCampaigns;
import io.smswarden.schemas.Campaign;
import io.smswarden.schemas.CampaignGroup;
import io.smswarden.schemas.CampaignPartial;
import io.smswarden.schemas.CampaignRecord;
import io.smswarden.schemas.Complaint;
import io.smswarden.streams.PipelineSettings;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.Topics;
import io.smswarden.streams.score.Judged;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Finds campaigns in two stages and makes them known to the scorers of every instance: each task
 * groups what it sees, one task gathers the groups, every instance reads the campaigns into memory.
 */
public final class Campaigns {

  private final PipelineSettings.Campaigns settings;
  private final TopicSerdes serdes;
  private final KnownCampaigns known;

  /** Campaigns by these settings, none of them known yet. */
  public Campaigns(PipelineSettings.Campaigns settings, TopicSerdes serdes) {
    this.settings = settings;
    this.serdes = serdes;
    this.known = new KnownCampaigns(settings.most(), settings.ttl());
  }

  /** The campaigns that are known at the time, for the scorer. */
  public KnownCampaigns known() {
    return known;
  }

  /** Adds the store of the published campaigns, which makes them known. */
  public void follow(StreamsBuilder builder) {
    builder.addGlobalStore(
        keyValues(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(Stores.KNOWN_CAMPAIGNS),
                Serdes.ByteArray())
            .withLoggingDisabled(),
        Topics.CAMPAIGNS.name(),
        // Bytes: what can't be read must not stop the reader, who is alone for all partitions.
        Consumed.with(TopicKey.TEXT.serde(), Serdes.ByteArray()).withName("known-campaigns"),
        () -> new KnownCampaignsProcessor(known, serdes.value(Topics.CAMPAIGNS).deserializer()));
  }

  /** The campaigns by id, each time that there is something new of one. */
  public KStream<String, Campaign> of(
      StreamsBuilder builder,
      KStream<SenderId, Judged> judged,
      KStream<SenderId, Complaint> complaints) {
    builder.addStateStore(groups());
    builder.addStateStore(senders());
    builder.addStateStore(campaigns());
    return judged
        .filter((sender, message) -> message.fingerprint().isPresent(), Named.as("fingerprinted"))
        .<Sighting>mapValues(message -> Sighting.of(message), Named.as("judged-sightings"))
        .merge(
            complaints.mapValues(
                complaint -> Sighting.of(complaint), Named.as("complaint-sightings")),
            Named.as("sightings"))
        .process(
            () -> new SightingProcessor(settings),
            Named.as("group-near-duplicates"),
            Stores.SIGHTINGS,
            Stores.CAMPAIGN_SENDERS)
        .repartition(
            Repartitioned.<String, CampaignPartial>as("campaign-partials")
                .withKeySerde(TopicKey.TEXT.serde())
                .withValueSerde(TopicSerdes.stored(CampaignPartial.class))
                .withNumberOfPartitions(1))
        .process(
            () -> new GatheringProcessor(settings), Named.as("gather-campaigns"), Stores.CAMPAIGNS);
  }

  private static StoreBuilder<KeyValueStore<String, CampaignGroup>> groups() {
    return keyValues(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.SIGHTINGS),
            TopicSerdes.stored(CampaignGroup.class))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  private static StoreBuilder<KeyValueStore<String, CampaignRecord>> campaigns() {
    return keyValues(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.CAMPAIGNS),
            TopicSerdes.stored(CampaignRecord.class))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }

  private static <V> StoreBuilder<KeyValueStore<String, V>> keyValues(
      org.apache.kafka.streams.state.KeyValueBytesStoreSupplier store,
      org.apache.kafka.common.serialization.Serde<V> values) {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
        store, TopicKey.TEXT.serde(), values);
  }

  private StoreBuilder<WindowStore<SenderId, String>> senders() {
    return org.apache.kafka.streams.state.Stores.windowStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentWindowStore(
                Stores.CAMPAIGN_SENDERS,
                settings.ttl().plus(SenderGroups.WIDTH),
                SenderGroups.WIDTH,
                false),
            TopicKey.SENDER.serde(),
            Serdes.String())
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }
}
