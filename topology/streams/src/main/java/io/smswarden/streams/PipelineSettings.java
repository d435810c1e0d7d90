package io.smswarden.streams;

import java.time.Duration;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning or complaint may come and still be counted in its window
 */
public record PipelineSettings(Duration statsGrace) {

  /** The defaults. */
  public static final PipelineSettings DEFAULT = new PipelineSettings(Duration.ofHours(24));

  public PipelineSettings {
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }
}
