package io.smswarden.streams.reputation;

import io.smswarden.filter.SenderId;
import io.smswarden.filter.reputation.ReputationModel;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.SenderHistory;
import io.smswarden.schemas.SenderOverride;
import io.smswarden.schemas.SenderProfile;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import io.smswarden.streams.score.Judged;
import java.util.Map;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes senders' reputations of verdicts, complaints, the registry and the staff's decisions. */
public final class Reputations {

  private final ReputationModel model;

  /** Reputations by a model. */
  public Reputations(ReputationModel model) {
    this.model = model;
  }

  /** Each sender's reputation whenever it says something new; null when it is forgotten. */
  public KStream<SenderId, SenderReputation> of(
      StreamsBuilder builder,
      KStream<SenderId, Judged> judged,
      KStream<SenderId, Complaint> complaints,
      KStream<SenderId, SenderProfile> profiles,
      KStream<SenderId, SenderOverride> overrides) {
    builder.addStateStore(histories());
    return judged
        .mapValues(message -> SenderFact.of(message), Named.as("judged-facts"))
        .merge(
            complaints.mapValues(
                complaint -> SenderFact.of(complaint), Named.as("complaint-facts")),
            Named.as("judged-and-complaint-facts"))
        .merge(
            profiles.mapValues(profile -> SenderFact.of(profile), Named.as("profile-facts")),
            Named.as("facts-but-overrides"))
        .merge(
            overrides.mapValues(override -> SenderFact.of(override), Named.as("override-facts")),
            Named.as("sender-facts"))
        .process(
            () -> new ReputationProcessor(new HistoryUpdate(model)),
            Named.as("new-reputation"),
            Stores.HISTORY);
  }

  private static StoreBuilder<KeyValueStore<SenderId, SenderHistory>> histories() {
    return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
            org.apache.kafka.streams.state.Stores.persistentKeyValueStore(Stores.HISTORY),
            TopicKey.SENDER.serde(),
            TopicSerdes.stored(SenderHistory.class))
        .withCachingEnabled()
        .withLoggingEnabled(Map.of());
  }
}
