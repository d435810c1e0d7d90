package io.smswarden.app.bench;

import io.smswarden.app.exit.UserError;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * A topology that runs. Starting waits until its tasks are shared evenly among its threads: the
 * first thread would else do the work of all while the group rebalances.
 */
final class RunningStreams implements Running {

  private final KafkaStreams streams;
  private volatile Throwable failure;

  RunningStreams(Topology topology, Map<String, Object> config, int threads) {
    Properties properties = new Properties();
    properties.putAll(config);
    streams = new KafkaStreams(topology, properties);
    streams.setUncaughtExceptionHandler(
        thrown -> {
          failure = thrown;
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    streams.start();
    try {
      Waiting.until("the stream threads to share the work", () -> isShared(threads));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private boolean isShared(int threads) {
    check();
    int[] tasks =
        streams.metadataForLocalThreads().stream()
            .map(ThreadMetadata::activeTasks)
            .mapToInt(active -> active.size())
            .toArray();
    int all = 0;
    int fewest = Integer.MAX_VALUE;
    for (int own : tasks) {
      all += own;
      fewest = Math.min(fewest, own);
    }
    return streams.state() == KafkaStreams.State.RUNNING
        // Branches behind a repartition have tasks of their own.
        && all >= Setup.PARTITIONS
        && fewest >= Setup.PARTITIONS / threads;
  }

  @Override
  public void hold() {
    streams.pause();
  }

  @Override
  public void go() {
    streams.resume();
  }

  @Override
  public void check() {
    if (failure != null) {
      throw UserError.clusterFailed("a topology failed: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    streams.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(Duration.ofMinutes(1)));
  }
}
