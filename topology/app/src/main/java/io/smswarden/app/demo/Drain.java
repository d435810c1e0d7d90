package io.smswarden.app.demo;

import io.smswarden.streams.Topic;
import io.smswarden.streams.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Knows when nothing is under way any more: by offsets, not by waiting long enough. */
final class Drain {

  private static final Set<String> INPUTS =
      List.of(Topics.EVENTS, Topics.COMPLAINTS, Topics.PROFILES).stream()
          .map(Topic::name)
          .collect(Collectors.toUnmodifiableSet());

  private final Admin admin;
  private final String applicationId;
  private final TopicReader reader;
  private final Repartitions repartitions;

  Drain(Admin admin, String applicationId, TopicReader reader, Repartitions repartitions) {
    this.admin = admin;
    this.applicationId = applicationId;
    this.reader = reader;
    this.repartitions = repartitions;
  }

  /** Reads all that is committed now. */
  void catchUp(BooleanSupplier giveUp) {
    read(ends(IsolationLevel.READ_COMMITTED), giveUp);
  }

  /** Waits until the pipeline has processed every input, and all that came of it is read. */
  void finish(BooleanSupplier giveUp) {
    // A transaction's end reaches its partitions one by one: what lies in them is on its way.
    read(ends(IsolationLevel.READ_UNCOMMITTED), giveUp);
    reader.await(() -> inputsProcessed() && repartitions.empty(committed()), giveUp);
    read(ends(IsolationLevel.READ_UNCOMMITTED), giveUp);
  }

  private void read(Map<TopicPartition, Long> ends, BooleanSupplier giveUp) {
    reader.await(() -> reader.reached(ends), giveUp);
  }

  /** A committed offset stands behind the last record, or behind the transaction's end mark. */
  private boolean inputsProcessed() {
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    return reader.behindLastRecords().entrySet().stream()
        .filter(end -> INPUTS.contains(end.getKey().topic()))
        .allMatch(
            end -> {
              OffsetAndMetadata offset = committed.get(end.getKey());
              return offset != null && offset.offset() >= end.getValue();
            });
  }

  private Map<TopicPartition, OffsetAndMetadata> committed() {
    return join(admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata());
  }

  private Map<TopicPartition, Long> ends(IsolationLevel isolation) {
    Map<TopicPartition, OffsetSpec> asked =
        reader.partitions().stream()
            .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
    var answered = join(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all());
    Map<TopicPartition, Long> ends = new HashMap<>();
    answered.forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private static <T> T join(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
