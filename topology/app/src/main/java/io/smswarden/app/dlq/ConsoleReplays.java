package io.smswarden.app.dlq;

import io.smswarden.app.config.Configuration;
import io.smswarden.console.deadletter.Replays;
import io.smswarden.schemas.DeadLetter;
import io.smswarden.streams.StateNotReadyException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Replays letters that somebody chose. What the command has replayed stays known by its group. */
public final class ConsoleReplays implements Replays {

  private static final long WITHIN_SECONDS = 5;

  private final Configuration configuration;

  /** Replays to a cluster. */
  public ConsoleReplays(Configuration configuration) {
    this.configuration = configuration;
  }

  @Override
  public void replay(List<DeadLetter> letters) {
    try {
      new Replay(configuration).send(letters);
    } catch (KafkaException e) {
      throw new StateNotReadyException("the cluster did not take the records; none were replayed");
    }
  }

  @Override
  public Map<Integer, Long> replayedUpTo() {
    String group = Replay.group(configuration);
    try (Admin admin = Admin.create(configuration.forAdmin())) {
      Map<Integer, Long> upTo = new HashMap<>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(WITHIN_SECONDS, TimeUnit.SECONDS)
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  upTo.put(partition.partition(), offset.offset());
                }
              });
      return upTo;
    } catch (ExecutionException e) {
      // Nobody has replayed anything, or it can't be told.
      return Map.of();
    } catch (KafkaException | TimeoutException e) {
      throw new StateNotReadyException("the cluster does not answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StateNotReadyException("stopping");
    }
  }
}
