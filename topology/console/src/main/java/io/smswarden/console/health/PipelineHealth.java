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
   * @param port 0 when it has no address for others
   * @param self whether it is the one that answers
   * @param partitions numbers of the partitions of messages that it judges
   * @param standby numbers of the partitions of which it keeps copies for others
   * @param lag records that wait for it, of all its topics
   */
  record Instance(
      String host,
      int port,
      boolean self,
      List<Integer> partitions,
      List<Integer> standby,
      long lag) {

    /** Copies. */
    public Instance {
      partitions = List.copyOf(partitions);
      standby = List.copyOf(standby);
    }
  }

  /**
   * A partition of a store that is being restored.
   *
   * @param remaining records that are missing
   */
  record Restoring(String store, int partition, long remaining) {}
}
