package io.smswarden.streams.statistics;

import static io.smswarden.schemas.WindowSize.DAY;
import static io.smswarden.schemas.WindowSize.HOUR;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.SenderAnomaly;
import io.smswarden.schemas.SenderReputation;
import io.smswarden.schemas.StatsDimension;
import io.smswarden.schemas.Warning;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Counts warnings and complaints in tumbling hours and days of event time, aligned to UTC, and in
 * weeks that slide by a day. Each change of a window is sent again; the latest count of a key
 * stands.
 *
 * <p>Senders are counted where their messages are. Organisations, categories and regions are summed
 * up there for a second before they are brought together, so that a category with half of all
 * warnings is no hot key: each task sends a record a second for it at most.
 */
public final class Statistics {

  /** Days that a week is made of, and that anomalies are seen against. */
  static final int WEEK = 7;

  private final Duration grace;
  private final Repartitioned<String, CategoryCounts> bringTogether;

  /** Statistics that count what comes at most {@code grace} after its window's end. */
  public Statistics(Duration grace) {
    this.grace = grace;
    this.bringTogether =
        Repartitioned.with(TopicKey.TEXT.serde(), TopicSerdes.stored(CategoryCounts.class))
            .withName("complaint-stats");
  }

  /**
   * What is counted.
   *
   * @param stats by {@code DIMENSION:subject@window@start}
   * @param anomalies by {@code sender@start}
   */
  public record Counted(
      KStream<String, ComplaintStats> stats, KStream<String, SenderAnomaly> anomalies) {}

  /** The statistics of warnings and complaints; the table says whom a sender is registered to. */
  public Counted of(
      StreamsBuilder builder,
      KStream<SenderId, Warning> warnings,
      KStream<SenderId, Complaint> complaints,
      KTable<SenderId, SenderReputation> reputation) {
    KStream<SenderId, Mark> marks =
        warnings
            .mapValues(Mark::of, Named.as("warning-marks"))
            .merge(
                complaints.leftJoin(reputation, Mark::of, Joined.as("complaint-with-reputation")),
                Named.as("all-marks"));
    Windows<SenderId> bySender =
        windows(
            marks
                .mapValues(Mark::counts, Named.as("mark-counts"))
                .groupByKey(
                    Grouped.with(
                        "marks-by-sender",
                        TopicKey.SENDER.serde(),
                        TopicSerdes.stored(CategoryCounts.class))),
            "sender",
            TopicKey.SENDER.serde(),
            Stores.STATS_HOUR,
            Stores.STATS_DAY,
            sender -> new Subject(StatsDimension.SENDER, sender.value()));
    builder.addStateStore(PartialSums.store());
    Windows<String> byOthers =
        windows(
            marks
                .process(PartialSums::new, Named.as("partial-sums"), Stores.STATS_PARTIAL)
                .repartition(bringTogether)
                .groupByKey(Grouped.as("sums-by-subject")),
            "subject",
            TopicKey.TEXT.serde(),
            Stores.SUBJECT_STATS_HOUR,
            Stores.SUBJECT_STATS_DAY,
            Subject::of);
    return new Counted(
        bySender.stats.merge(byOthers.stats, Named.as("all-stats")),
        bySender.hours.process(Anomalies::new, Named.as("complaint-jumps"), Stores.STATS_HOUR));
  }

  /** The windows of one kind of subject: changes of the hours, and all statistics. */
  private record Windows<K>(
      KStream<Windowed<K>, CategoryCounts> hours, KStream<String, ComplaintStats> stats) {}

  private <K> Windows<K> windows(
      KGroupedStream<K, CategoryCounts> counts,
      String by,
      Serde<K> key,
      String hourStore,
      String dayStore,
      Function<K, Subject> subject) {
    KStream<Windowed<K>, CategoryCounts> hours = window(counts, by, key, HOUR, hourStore);
    KStream<Windowed<K>, CategoryCounts> days = window(counts, by, key, DAY, dayStore);
    KStream<String, ComplaintStats> stats =
        keyed(hours, by, HOUR, subject)
            .merge(keyed(days, by, DAY, subject), Named.as("hours-and-days-by-" + by))
            .merge(
                days.process(
                    () -> new Weeks<>(dayStore, subject), Named.as("weeks-by-" + by), dayStore),
                Named.as("stats-by-" + by));
    return new Windows<>(hours, stats);
  }

  private <K> KStream<Windowed<K>, CategoryCounts> window(
      KGroupedStream<K, CategoryCounts> counts,
      String by,
      Serde<K> key,
      WindowSize size,
      String store) {
    String name = name(by, size);
    Duration width = size == HOUR ? Duration.ofHours(1) : Duration.ofDays(1);
    return counts
        .windowedBy(TimeWindows.ofSizeAndGrace(width, grace))
        .aggregate(
            () -> Sums.NONE,
            (subject, more, sum) -> Sums.of(sum, more),
            Named.as(name),
            Materialized.<K, CategoryCounts, WindowStore<Bytes, byte[]>>as(store)
                .withKeySerde(key)
                .withValueSerde(TopicSerdes.stored(CategoryCounts.class))
                .withRetention(Duration.ofDays(WEEK + 1).plus(grace)))
        .toStream(Named.as(name + "-changes"));
  }

  private static <K> KStream<String, ComplaintStats> keyed(
      KStream<Windowed<K>, CategoryCounts> changes,
      String by,
      WindowSize size,
      Function<K, Subject> subject) {
    return changes.map(
        (window, counts) ->
            keyed(
                new ComplaintStats(
                    subject.apply(window.key()).dimension(),
                    subject.apply(window.key()).name(),
                    size,
                    window.window().startTime(),
                    window.window().endTime(),
                    counts.getWarnings(),
                    counts.getComplaints())),
        Named.as(name(by, size) + "-keyed"));
  }

  static KeyValue<String, ComplaintStats> keyed(ComplaintStats stats) {
    return KeyValue.pair(
        "%s:%s@%s@%s"
            .formatted(
                stats.getDimension(),
                stats.getSubject(),
                stats.getWindow(),
                stats.getWindowStart()),
        stats);
  }

  private static String name(String by, WindowSize size) {
    return size.name().toLowerCase(Locale.ROOT) + "s-by-" + by;
  }
}
