package io.smswarden.streams;

import io.smswarden.filter.evidence.EvidenceKeys;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What an operator can set of the topology.
 *
 * @param statsGrace how late a warning or complaint may come and still be counted in its window
 * @param evidence how evidence is kept
 */
public record PipelineSettings(Duration statsGrace, Evidence evidence) {

  /** The defaults. */
  public static final PipelineSettings DEFAULT =
      new PipelineSettings(Duration.ofHours(24), Evidence.NONE);

  public PipelineSettings {
    Objects.requireNonNull(evidence, "evidence");
    if (statsGrace.isNegative()) {
      throw new IllegalArgumentException("the grace period of statistics is not negative");
    }
  }

  /** The same with other evidence. */
  public PipelineSettings with(Evidence other) {
    return new PipelineSettings(statsGrace, other);
  }

  /**
   * How evidence is kept.
   *
   * @param keys that it is signed with; without keys none is kept
   * @param checkpointInterval how often it is signed
   */
  public record Evidence(Optional<EvidenceKeys> keys, Duration checkpointInterval) {

    /** No evidence: there is no key to sign it with. */
    public static final Evidence NONE = new Evidence(Optional.empty(), Duration.ofMinutes(1));

    public Evidence {
      Objects.requireNonNull(keys, "keys");
      if (checkpointInterval.isNegative() || checkpointInterval.isZero()) {
        throw new IllegalArgumentException("the interval of checkpoints is positive");
      }
    }
  }
}
