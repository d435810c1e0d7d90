package io.smswarden.streams;

import io.smswarden.streams.deadletter.DeadLetters;
import io.smswarden.streams.deadletter.NotProducedHandler;
import io.smswarden.streams.deadletter.ProcessingFailedHandler;
import io.smswarden.streams.deadletter.UnreadableHandler;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * What {@link SmsTopology} needs of the Kafka Streams configuration: exactly-once delivery, dead
 * letters instead of a stop, explicit names.
 */
public final class PipelineConfig {

  /** A dead letter carries a record of the brokers' default limit of 1 MiB and some words more. */
  public static final int LARGEST_REQUEST = 2 * 1024 * 1024;

  private PipelineConfig() {}

  /**
   * The properties to start from; the caller adds bootstrap servers, application id, state
   * directory and threads.
   */
  public static Map<String, Object> of(TopicSerdes serdes, PipelineObserver observer) {
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(
        StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(DeadLetters.CONFIG, new DeadLetters(serdes, observer));
    config.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableHandler.class);
    config.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingFailedHandler.class);
    config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, NotProducedHandler.class);
    config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_REQUEST);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return config;
  }
}
