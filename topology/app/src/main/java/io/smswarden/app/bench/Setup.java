package io.smswarden.app.bench;

import java.time.Duration;

/**
 * What all contestants have in common.
 *
 * @param messages messages of a throughput run
 * @param rounds how often each contestant's throughput is measured
 * @param rate messages a second of a latency run
 * @param latencyTime how long a latency run is recorded
 * @param threads stream threads, or consumers of the plain copy
 * @param commitInterval time from one commit to the next
 */
record Setup(
    int messages,
    int rounds,
    int rate,
    Duration latencyTime,
    int threads,
    Duration commitInterval) {

  /** Partitions of every topic. */
  static final int PARTITIONS = 6;
}
