package io.smswarden.streams;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.SenderReputation;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Looks senders up in the running pipeline's state. Each instance has a part of it, and knows which
 * instance has the rest. What the pipeline has not committed yet, of the last commit interval, is
 * not seen. Safe for use by many threads.
 */
public final class SenderLookup {

  private final KafkaStreams streams;
  private final HostInfo self;

  /**
   * A lookup.
   *
   * @param self the instance's own {@code application.server}; {@link HostInfo#unavailable()} when
   *     it has none, and there are no others
   */
  public SenderLookup(KafkaStreams streams, HostInfo self) {
    this.streams = streams;
    this.self = self;
  }

  /** What a lookup comes to. */
  public sealed interface Answer {

    /** What is known of the sender. */
    record Found(SenderReputation reputation) implements Answer {}

    /** No message, complaint or registration of the sender was ever seen. */
    record Unknown() implements Answer {}

    /** Another instance has it. */
    record Elsewhere(HostInfo instance) implements Answer {}

    /** Nobody can say now; it can be asked again. */
    record NotNow(String reason) implements Answer {}
  }

  /** What is known of a sender, or who knows. */
  public Answer find(SenderId sender) {
    StateQueryRequest<SenderReputation> request =
        StateQueryRequest.inStore(Stores.REPUTATION)
            // Past the cache: there each reader would wait for the stream thread, and change what
            // is next to leave it.
            .withQuery(KeyQuery.<SenderId, SenderReputation>withKey(sender).skipCache())
            .requireActive();
    try {
      if (self.equals(HostInfo.unavailable())) {
        // Kafka Streams tells owners only to instances that have an address; this one is alone.
        return here(request);
      }
      KeyQueryMetadata owner =
          streams.queryMetadataForKey(
              Stores.REPUTATION, sender, TopicKey.SENDER.serde().serializer());
      if (owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
        return new Answer.NotNow("partitions are being assigned");
      }
      return owner.activeHost().equals(self)
          ? here(request.withPartitions(Set.of(owner.partition())))
          : new Answer.Elsewhere(owner.activeHost());
    } catch (StreamsNotStartedException e) {
      return new Answer.NotNow("the pipeline has not started");
    } catch (UnknownStateStoreException | IllegalStateException e) {
      return new Answer.NotNow("the pipeline is not running");
    }
  }

  private Answer here(StateQueryRequest<SenderReputation> request) {
    Map<Integer, QueryResult<SenderReputation>> results =
        streams.query(request).getPartitionResults();
    if (results.isEmpty()) {
      return new Answer.NotNow("partitions are being assigned");
    }
    Answer answer = new Answer.Unknown();
    for (Map.Entry<Integer, QueryResult<SenderReputation>> result : results.entrySet()) {
      Answer of = answer(result.getKey(), result.getValue());
      if (of instanceof Answer.Found) {
        return of;
      }
      answer = of instanceof Answer.NotNow ? of : answer;
    }
    return answer;
  }

  private static Answer answer(int partition, QueryResult<SenderReputation> result) {
    if (result.isFailure()) {
      return new Answer.NotNow(
          switch (result.getFailureReason()) {
            case NOT_ACTIVE, NOT_UP_TO_BOUND ->
                "partition %d is being restored".formatted(partition);
            case NOT_PRESENT -> "partition %d is being moved".formatted(partition);
            default -> "the store does not answer: " + result.getFailureReason();
          });
    }
    return result.getResult() == null ? new Answer.Unknown() : new Answer.Found(result.getResult());
  }
}
