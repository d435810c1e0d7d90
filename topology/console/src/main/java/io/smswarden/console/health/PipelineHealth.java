package io.smswarden.console.health;

import java.time.Duration;
import java.util.List;

/** Tells how the pipeline does; implemented where it is run. */
public interface PipelineHealth {

  /** How it does now. */
  Report now();

  /**
   * How a pipeline does.
   *
   * @param state of this instance, as Kafka Streams names it
   * @param restoring what this instance is restoring
   */
  record Report(
      String state,
      List<Instance> instances,
      List<Restoring> restoring,
      String version,
      Duration uptime) {

    /** Copies. */
    public Report {
      instances = List.copyOf(instances);
      restoring = List.copyOf(restoring);
    }
  }

  /**
   * One instance.
   *
   * @param self whether it is the one that answers
   * @param partitions of input topics that it processes
   * @param standby how many copies of stores it keeps for others
   * @param lag records of these partitions that wait
   */
  record Instance(String host, int port, boolean self, int partitions, int standby, long lag) {}

  /**
   * A partition of a store that is being restored.
   *
   * @param remaining records that are missing
   */
  record Restoring(String store, int partition, long remaining) {}
}
