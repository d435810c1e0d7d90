package io.smswarden.app.run;

import io.smswarden.console.health.PipelineHealth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** What a pipeline is restoring now. */
final class Restoring implements StateRestoreListener {

  private final Map<String, PipelineHealth.Restoring> now = new ConcurrentHashMap<>();

  List<PipelineHealth.Restoring> now() {
    return List.copyOf(now.values());
  }

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    now.put(
        key(partition, store),
        new PipelineHealth.Restoring(store, partition.partition(), Math.max(0, end - start)));
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long end, long restored) {
    now.computeIfPresent(
        key(partition, store),
        (key, before) ->
            new PipelineHealth.Restoring(
                store, partition.partition(), Math.max(0, before.remaining() - restored)));
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long restored) {
    now.remove(key(partition, store));
  }

  @Override
  public void onRestoreSuspended(TopicPartition partition, String store, long restored) {
    now.remove(key(partition, store));
  }

  private static String key(TopicPartition partition, String store) {
    return store + "-" + partition.partition();
  }
}
