package io.smswarden.app.delivery;

import io.smswarden.app.metrics.DeliveryMeters;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Takes alerts from a topic, has each delivered or kept, and only then commits it. Alerts of one
 * subscriber go one after the other, others beside each other; when enough are under way the
 * partitions are paused, and the group keeps its member.
 */
final class Deliverer {

  private static final Duration POLL = Duration.ofMillis(200);

  /** Most alerts under way, waiting ones included; each takes a few kilobytes. */
  private static final int MOST_OPEN = 500;

  /** Most records of a partition that are repeated after a crash for the sake of one that waits. */
  private static final int MOST_AHEAD = 1_000;

  private final AlertSource source;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Courier courier;
  private final Shelf shelf;
  private final DeliveryMeters meters;
  private final InstantSource clock;

  private final OpenOffsets offsets = new OpenOffsets();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final Map<String, CompletableFuture<Void>> lastOfSubscriber = new HashMap<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean stopping;

  private final LongAdder delivered = new LongAdder();
  private final LongAdder undelivered = new LongAdder();
  private final LongAdder passedOver = new LongAdder();
  private final LongAdder unreadable = new LongAdder();

  /**
   * A deliverer of what a consumer reads.
   *
   * @param ends where to end; without one, a partition has none
   */
  Deliverer(
      AlertSource source,
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Courier courier,
      Shelf shelf,
      DeliveryMeters meters,
      InstantSource clock) {
    this.source = source;
    this.consumer = consumer;
    this.ends = Map.copyOf(ends);
    this.courier = courier;
    this.shelf = shelf;
    this.meters = meters;
    this.clock = clock;
    meters.waiting(offsets::size);
  }

  /** Delivers until there is reason to stop; what is then under way is left. */
  void run(BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      throwFailure();
      throttle();
      consumer.poll(POLL).forEach(this::take);
      lastOfSubscriber.values().removeIf(CompletableFuture::isDone);
      commit(offsets.begun());
    }
    stopping = true;
  }

  /** Commits what is done at last, once nothing is under way. */
  void finish() {
    throwFailure();
    commit(offsets.begun());
  }

  /** Whether all up to the ends is delivered or kept. */
  boolean isDone() {
    return offsets.size() == 0
        && ends.entrySet().stream()
            .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  Counts counts() {
    return new Counts(delivered.sum(), undelivered.sum(), passedOver.sum(), unreadable.sum());
  }

  /** Gives partitions up that go to another member of the group. */
  void revoked(Set<TopicPartition> gone) {
    commit(gone);
    lost(gone);
  }

  /** Gives up partitions that another member has already. */
  void lost(Set<TopicPartition> gone) {
    offsets.forget(gone);
    committed.keySet().removeAll(gone);
  }

  private void throttle() {
    Set<TopicPartition> assigned = consumer.assignment();
    Set<TopicPartition> paused =
        offsets.size() >= MOST_OPEN ? assigned : offsets.farAhead(MOST_AHEAD);
    consumer.resume(assigned.stream().filter(p -> !paused.contains(p)).toList());
    consumer.pause(assigned.stream().filter(paused::contains).toList());
  }

  private void take(ConsumerRecord<byte[], byte[]> found) {
    TopicPartition partition = new TopicPartition(found.topic(), found.partition());
    if (found.offset() >= end(partition)) {
      return;
    }
    offsets.begin(partition, found.offset());
    try {
      source
          .read(found)
          .ifPresentOrElse(
              consignment -> deliver(consignment, partition, found.offset()),
              () -> {
                passedOver.increment();
                offsets.end(partition, found.offset());
              });
    } catch (SerializationException | IllegalArgumentException e) {
      unreadable.increment();
      meters.unreadable(found.topic());
      var unused =
          ended(
              shelf.keepUnreadable(found, e.getClass().getSimpleName() + ": it is no alert"),
              partition,
              found.offset());
    }
  }

  private long end(TopicPartition partition) {
    return ends.getOrDefault(partition, Long.MAX_VALUE);
  }

  private void deliver(Consignment consignment, TopicPartition partition, long offset) {
    CompletableFuture<Void> before =
        lastOfSubscriber.getOrDefault(
            consignment.alert().subscriber(), CompletableFuture.completedFuture(null));
    CompletableFuture<Void> done =
        before
            .thenCompose(unused -> courier.deliver(consignment, () -> wanted(partition, offset)))
            .thenCompose(result -> settle(consignment, result));
    lastOfSubscriber.put(consignment.alert().subscriber(), ended(done, partition, offset));
  }

  private boolean wanted(TopicPartition partition, long offset) {
    return !stopping && failure.get() == null && offsets.isOpen(partition, offset);
  }

  private CompletableFuture<Void> settle(Consignment consignment, Result result) {
    if (result instanceof Result.Failed failed) {
      return shelf
          .keep(consignment, failed)
          .thenRun(
              () -> {
                undelivered.increment();
                meters.undelivered(failed.reason());
              });
    }
    if (result instanceof Result.Arrived) {
      delivered.increment();
      meters.delivered(
          Duration.between(consignment.alert().alert().getEventTime(), clock.instant()));
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.failedFuture(new LeftException());
  }

  /** An alert that is nobody's failure, and not done. */
  private static final class LeftException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private CompletableFuture<Void> ended(
      CompletableFuture<Void> done, TopicPartition partition, long offset) {
    return done.handle(
        (unused, error) -> {
          if (error == null) {
            offsets.end(partition, offset);
          } else if (!stopping && !(error.getCause() instanceof LeftException)) {
            failure.compareAndSet(null, error);
          }
          return null;
        });
  }

  private void throwFailure() {
    Throwable error = failure.get();
    if (error != null) {
      Throwable cause = error.getCause() == null ? error : error.getCause();
      throw cause instanceof KafkaException known
          ? known
          : new IllegalStateException("a delivery failed", new ExecutionException(cause));
    }
  }

  private void commit(Set<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
    Set<TopicPartition> assigned = consumer.assignment();
    for (TopicPartition partition : partitions) {
      if (assigned.contains(partition)) {
        OptionalLong open = offsets.first(partition);
        long position =
            open.orElseGet(() -> Math.min(consumer.position(partition), end(partition)));
        if (committed.getOrDefault(partition, -1L) < position) {
          done.put(partition, new OffsetAndMetadata(position));
        }
      }
    }
    if (done.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(done);
      done.forEach((partition, offset) -> committed.put(partition, offset.offset()));
    } catch (RebalanceInProgressException | CommitFailedException e) {
      // Whoever has the partition next repeats what could not be committed.
    }
  }
}
