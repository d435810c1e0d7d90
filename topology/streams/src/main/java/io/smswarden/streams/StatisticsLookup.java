package io.smswarden.streams;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.statistics.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.WindowKeyQuery;
import org.apache.kafka.streams.query.WindowRangeQuery;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/**
 * Looks the counts of warnings and complaints up in the part of the running pipeline's state that
 * this instance has; the last eight days are kept there. What the pipeline has not committed yet,
 * of the last commit interval, is not seen. Safe for use by many threads.
 */
public final class StatisticsLookup {

  private static final Duration DAY = Duration.ofDays(1);
  private static final int WEEK = 7;

  private final KafkaStreams streams;

  /** A lookup. */
  public StatisticsLookup(KafkaStreams streams) {
    this.streams = streams;
  }

  /**
   * The windows of a sender whose state is here, oldest first; those without a count are left out.
   *
   * @param from first start of a window
   * @param to behind the last start
   * @throws StateNotReadyException when it can't be told now
   */
  public List<ComplaintStats> ofSender(SenderId sender, WindowSize size, Instant from, Instant to) {
    String store = size == WindowSize.HOUR ? Stores.STATS_HOUR : Stores.STATS_DAY;
    Subject subject = new Subject(StatsDimension.SENDER, sender.value());
    return size == WindowSize.WEEK
        ? weeks(
            of(store, sender, subject, WindowSize.DAY, from, to.plus(DAY.multipliedBy(6))),
            from,
            to)
        : of(store, sender, subject, size, from, to);
  }

  /**
   * The windows of an organisation, category, region or campaign, as far as they are here.
   *
   * @throws StateNotReadyException when it can't be told now
   */
  public List<ComplaintStats> ofSubject(
      StatsDimension dimension, String name, WindowSize size, Instant from, Instant to) {
    String store = size == WindowSize.HOUR ? Stores.SUBJECT_STATS_HOUR : Stores.SUBJECT_STATS_DAY;
    Subject subject = new Subject(dimension, name);
    return size == WindowSize.WEEK
        ? weeks(
            of(store, subject.key(), subject, WindowSize.DAY, from, to.plus(DAY.multipliedBy(6))),
            from,
            to)
        : of(store, subject.key(), subject, size, from, to);
  }

  /**
   * The windows of all organisations, categories, regions and campaigns that are here.
   *
   * @param size {@code HOUR} or {@code DAY}
   * @throws StateNotReadyException when it can't be told now
   */
  public List<ComplaintStats> ofSubjects(WindowSize size, Instant from, Instant to) {
    String store = size == WindowSize.HOUR ? Stores.SUBJECT_STATS_HOUR : Stores.SUBJECT_STATS_DAY;
    List<ComplaintStats> found = new ArrayList<>();
    ask(
        store,
        WindowRangeQuery.<String, ValueAndTimestamp<CategoryCounts>>withWindowStartRange(
            from, to.minusMillis(1)),
        one ->
            found.add(
                stats(
                    Subject.of(one.key.key()),
                    size,
                    one.key.window().startTime(),
                    one.value.value())));
    return found;
  }

  private <K> List<ComplaintStats> of(
      String store, K key, Subject subject, WindowSize size, Instant from, Instant to) {
    List<ComplaintStats> found = new ArrayList<>();
    ask(
        store,
        WindowKeyQuery.<K, ValueAndTimestamp<CategoryCounts>>withKeyAndWindowStartRange(
            key, from, to.minusMillis(1)),
        window ->
            found.add(
                stats(subject, size, Instant.ofEpochMilli(window.key), window.value.value())));
    return found;
  }

  /**
   * Asks the active partitions that are here, past their caches. A query of the whole store holds
   * the lock of a caching window store and waits for that of its cache, a stream thread that
   * flushes it holds the cache's and waits for the store's when what it forwards to reads the store
   * as that of the weeks does: both would wait for ever.
   */
  private <K, V> void ask(
      String store,
      Query<? extends KeyValueIterator<K, V>> query,
      Consumer<KeyValue<K, V>> windows) {
    if (streams.state() != KafkaStreams.State.RUNNING) {
      throw notReady(null);
    }
    try {
      var parts =
          streams
              .query(StateQueryRequest.inStore(store).withQuery(query).requireActive())
              .getPartitionResults()
              .values();
      try {
        for (QueryResult<? extends KeyValueIterator<K, V>> part : parts) {
          if (part.isSuccess()) {
            part.getResult().forEachRemaining(windows);
          } else if (part.getFailureReason() != FailureReason.NOT_ACTIVE) {
            throw new IllegalStateException(part.getFailureMessage());
          }
        }
      } finally {
        parts.stream().filter(QueryResult::isSuccess).forEach(part -> part.getResult().close());
      }
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw notReady(e);
    }
  }

  private static StateNotReadyException notReady(RuntimeException e) {
    return new StateNotReadyException("partitions are being assigned or restored", e);
  }

  private static ComplaintStats stats(
      Subject subject, WindowSize size, Instant start, CategoryCounts counts) {
    Duration width =
        switch (size) {
          case HOUR -> Duration.ofHours(1);
          case WEEK -> DAY.multipliedBy(WEEK);
          default -> DAY;
        };
    return new ComplaintStats(
        subject.dimension(),
        subject.name(),
        size,
        start,
        start.plus(width),
        counts.getWarnings(),
        counts.getComplaints());
  }

  /** Days summed up to the weeks that they are in. */
  private static List<ComplaintStats> weeks(List<ComplaintStats> days, Instant from, Instant to) {
    if (days.isEmpty()) {
      return List.of();
    }
    Subject subject = new Subject(days.get(0).getDimension(), days.get(0).getSubject());
    Map<Instant, CategoryCounts> weeks = new TreeMap<>();
    for (ComplaintStats day : days) {
      for (int earlier = 0; earlier < WEEK; earlier++) {
        Instant start = day.getWindowStart().minus(DAY.multipliedBy(earlier));
        if (!start.isBefore(from) && start.isBefore(to)) {
          CategoryCounts sum =
              weeks.computeIfAbsent(
                  start, begin -> new CategoryCounts(new HashMap<>(), new HashMap<>()));
          day.getWarningsByCategory().forEach((c, n) -> sum.getWarnings().merge(c, n, Long::sum));
          day.getComplaintsByCategory()
              .forEach((c, n) -> sum.getComplaints().merge(c, n, Long::sum));
        }
      }
    }
    List<ComplaintStats> sums = new ArrayList<>();
    weeks.forEach((start, sum) -> sums.add(stats(subject, WindowSize.WEEK, start, sum)));
    return sums;
  }
}
