package io.smswarden.console.feed;

import io.smswarden.streams.StateNotReadyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A few consumers that read older records when somebody asks for them: so many at a time, whoever
 * comes then waits a little and is told to come again.
 */
final class HistoryConsumers implements AutoCloseable {

  private static final int MOST = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Map<String, Object> client;
  private final BlockingQueue<Consumer<byte[], byte[]>> idle = new ArrayBlockingQueue<>(MOST);
  private final AtomicInteger made = new AtomicInteger();
  private volatile boolean closed;

  HistoryConsumers(Map<String, Object> client) {
    this.client = Map.copyOf(client);
  }

  /** Properties to read topics with, of those of any consumer. */
  static Map<String, Object> properties(Map<String, Object> client) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
    return Map.copyOf(properties);
  }

  <T> T use(Function<Consumer<byte[], byte[]>, T> work) {
    Consumer<byte[], byte[]> consumer = take();
    boolean sound = false;
    try {
      T result = work.apply(consumer);
      sound = true;
      return result;
    } catch (KafkaException e) {
      throw new StateNotReadyException("the cluster does not answer");
    } finally {
      giveBack(consumer, sound);
    }
  }

  private Consumer<byte[], byte[]> take() {
    if (closed) {
      throw new StateNotReadyException("stopping");
    }
    Consumer<byte[], byte[]> free = idle.poll();
    if (free == null && made.incrementAndGet() <= MOST) {
      try {
        return new KafkaConsumer<>(
            client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
      } catch (KafkaException e) {
        made.decrementAndGet();
        throw new StateNotReadyException("the cluster does not answer");
      }
    }
    if (free == null) {
      made.decrementAndGet();
      free = await();
    }
    return free;
  }

  private Consumer<byte[], byte[]> await() {
    try {
      Consumer<byte[], byte[]> free = idle.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (free != null) {
        return free;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StateNotReadyException("too many ask for old records at a time");
  }

  private void giveBack(Consumer<byte[], byte[]> consumer, boolean sound) {
    if (!sound || closed || !idle.offer(consumer)) {
      made.decrementAndGet();
      consumer.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    for (Consumer<byte[], byte[]> consumer = idle.poll();
        consumer != null;
        consumer = idle.poll()) {
      consumer.close();
    }
  }
}
