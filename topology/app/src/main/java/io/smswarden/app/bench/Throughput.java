package io.smswarden.app.bench;

import com.sun.management.OperatingSystemMXBean;
import io.smswarden.streams.Topics;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Measures how fast a contestant gets through messages that wait for it. */
final class Throughput {

  private static final OperatingSystemMXBean OS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Cluster cluster;
  private final Starter starter;
  private final Workload workload;
  private int run;

  Throughput(Cluster cluster, Starter starter, Workload workload) {
    this.cluster = cluster;
    this.starter = starter;
    this.workload = workload;
  }

  /**
   * What one run showed.
   *
   * @param recordsPerSecond messages got through in a second
   * @param cpuMicros processor time of this process, in microseconds a message; says more than the
   *     rate when the machine has other work
   */
  record Run(double recordsPerSecond, double cpuMicros) {}

  /** One run, with the tables loaded before. */
  Run measure(Contestant contestant) {
    String group = "bench-%s-%d".formatted(contestant.id(), run++);
    cluster.empty();
    long cpuNanos;
    try (Running running = starter.start(contestant, group)) {
      workload.writeMessages();
      long before = OS.getProcessCpuTime();
      running.go();
      starter.awaitThrough(running, group, List.of(Topics.EVENTS.name()));
      cpuNanos = OS.getProcessCpuTime() - before;
    }
    return new Run(
        Output.recordsPerSecond(cluster, contestant, workload.size()),
        cpuNanos / 1000.0 / workload.size());
  }
}
