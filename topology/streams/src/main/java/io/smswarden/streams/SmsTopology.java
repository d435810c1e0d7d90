package io.smswarden.streams;

import io.smswarden.filter.Filter;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;

/** The whole pipeline, from messages to warnings, alerts and statistics. */
public final class SmsTopology {

  /** The pipeline with a filter, its formats, its settings and its observer. */
  public SmsTopology(
      Filter filter, TopicSerdes serdes, PipelineSettings settings, PipelineObserver observer) {}

  /** The topology, to be run with {@link PipelineConfig}. */
  public Topology build() {
    return new StreamsBuilder().build();
  }
}
