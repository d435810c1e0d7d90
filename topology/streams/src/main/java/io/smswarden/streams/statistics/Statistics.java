package io.smswarden.streams.statistics;

import static io.smswarden.schemas.WindowSize.DAY;
import static io.smswarden.schemas.WindowSize.HOUR;

import io.smswarden.filter.SenderId;
import io.smswarden.schemas.CategoryCounts;
import io.smswarden.schemas.Complaint;
import io.smswarden.schemas.ComplaintStats;
import io.smswarden.schemas.Warning;
import io.smswarden.schemas.WindowSize;
import io.smswarden.streams.Stores;
import io.smswarden.streams.TopicKey;
import io.smswarden.streams.TopicSerdes;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Counts warnings and complaints by sender and category, in tumbling hours and days of event time,
 * aligned to UTC. Each change of a window is sent again; the latest count of a key stands.
 */
public final class Statistics {

  private final Duration grace;

  /** Statistics that count what comes at most {@code grace} after its window's end. */
  public Statistics(Duration grace) {
    this.grace = grace;
  }

  /** The statistics by {@code sender@window@start}. */
  public KStream<String, ComplaintStats> of(
      KStream<SenderId, Warning> warnings, KStream<SenderId, Complaint> complaints) {
    KGroupedStream<SenderId, Mark> marks =
        warnings
            .mapValues(Mark::of, Named.as("warning-marks"))
            .merge(
                complaints.mapValues(Mark::of, Named.as("complaint-marks")), Named.as("all-marks"))
            .groupByKey(Grouped.as("marks-by-sender"));
    return windows(marks, HOUR, Duration.ofHours(1), Stores.STATS_HOUR)
        .merge(windows(marks, DAY, Duration.ofDays(1), Stores.STATS_DAY), Named.as("all-stats"));
  }

  private KStream<String, ComplaintStats> windows(
      KGroupedStream<SenderId, Mark> marks, WindowSize size, Duration width, String store) {
    String name = "stats-by-" + size.name().toLowerCase(java.util.Locale.ROOT);
    return marks
        .windowedBy(TimeWindows.ofSizeAndGrace(width, grace))
        .aggregate(
            () -> new CategoryCounts(Map.of(), Map.of()),
            (sender, mark, counts) -> mark.addedTo(counts),
            Named.as(name),
            Materialized.<SenderId, CategoryCounts, WindowStore<Bytes, byte[]>>as(store)
                .withKeySerde(TopicKey.SENDER.serde())
                .withValueSerde(TopicSerdes.stored(CategoryCounts.class)))
        .toStream(Named.as(name + "-changes"))
        .map((window, counts) -> stats(window, size, counts), Named.as(name + "-keyed"));
  }

  private static KeyValue<String, ComplaintStats> stats(
      Windowed<SenderId> window, WindowSize size, CategoryCounts counts) {
    String sender = window.key().value();
    return KeyValue.pair(
        sender + "@" + size + "@" + window.window().startTime(),
        new ComplaintStats(
            sender,
            size,
            window.window().startTime(),
            window.window().endTime(),
            counts.getWarnings(),
            counts.getComplaints()));
  }
}
