package io.smswarden.app.bench;

import io.smswarden.streams.Topics;
import java.util.List;

/** Measures how fast a contestant gets through messages that wait for it. */
final class Throughput {

  private final Cluster cluster;
  private final Starter starter;
  private final Workload workload;
  private int run;

  Throughput(Cluster cluster, Starter starter, Workload workload) {
    this.cluster = cluster;
    this.starter = starter;
    this.workload = workload;
  }

  /** Records a second of one run, with the tables loaded before. */
  double measure(Contestant contestant) {
    String group = "bench-%s-%d".formatted(contestant.id(), run++);
    cluster.empty();
    try (Running running = starter.start(contestant, group)) {
      workload.writeMessages();
      running.go();
      List<String> messages = List.of(Topics.EVENTS.name());
      Waiting.until("the messages", () -> cluster.isThrough(group, messages));
    }
    return Output.recordsPerSecond(cluster, contestant, workload.size());
  }
}
