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
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Looks the counts of warnings and complaints up in the part of the running pipeline's state that
 * this instance has; the last eight days are kept there. Safe for use by many threads.
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
    List<ComplaintStats> found = new ArrayList<>();
    String name = size == WindowSize.HOUR ? Stores.SUBJECT_STATS_HOUR : Stores.SUBJECT_STATS_DAY;
    ReadOnlyWindowStore<String, CategoryCounts> store = store(name);
    try (KeyValueIterator<Windowed<String>, CategoryCounts> all =
        store.fetchAll(from, to.minusMillis(1))) {
      while (all.hasNext()) {
        KeyValue<Windowed<String>, CategoryCounts> one = all.next();
        found.add(stats(Subject.of(one.key.key()), size, one.key.window().startTime(), one.value));
      }
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
    return found;
  }

  private <K> List<ComplaintStats> of(
      String name, K key, Subject subject, WindowSize size, Instant from, Instant to) {
    List<ComplaintStats> found = new ArrayList<>();
    ReadOnlyWindowStore<K, CategoryCounts> store = store(name);
    try (WindowStoreIterator<CategoryCounts> windows = store.fetch(key, from, to.minusMillis(1))) {
      while (windows.hasNext()) {
        KeyValue<Long, CategoryCounts> window = windows.next();
        found.add(stats(subject, size, Instant.ofEpochMilli(window.key), window.value));
      }
    } catch (InvalidStateStoreException e) {
      throw notReady(e);
    }
    return found;
  }

  private <K> ReadOnlyWindowStore<K, CategoryCounts> store(String name) {
    try {
      return streams.store(
          StoreQueryParameters.fromNameAndType(
              name, QueryableStoreTypes.<K, CategoryCounts>windowStore()));
    } catch (InvalidStateStoreException e) {
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
