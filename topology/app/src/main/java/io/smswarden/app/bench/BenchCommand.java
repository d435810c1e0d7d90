package io.smswarden.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smswarden.app.exit.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the pipeline against what Kafka itself can do on the same machine in the same run. */
@Command(
    name = "bench",
    subcommands = LookupCommand.class,
    description = {
      "Measure the pipeline beside its ceilings: a plain copy, an identity topology and a bare"
          + " RocksDB join, all with exactly-once delivery, against a broker in a process of its"
          + " own. Compare figures of one run only."
    })
public final class BenchCommand implements Callable<Integer> {

  private static final int WARM_UP_ROUND = 0;

  @Spec private CommandSpec spec;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "300000",
      description = "Messages of each throughput run (default: ${DEFAULT-VALUE}).")
  private int messages;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Measured rounds after one that isn't; the median counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Messages a second when latency is measured (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "How long each one's latency is measured; 0 leaves it out (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--commit-interval",
      paramLabel = "MILLIS",
      defaultValue = "100",
      description = "Time from commit to commit (default: ${DEFAULT-VALUE}).")
  private int commitInterval;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Stream threads, at most 6 (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Measure only some of: ${COMPLETION-CANDIDATES}.")
  private Set<Contestant> only = EnumSet.allOf(Contestant.class);

  @Option(names = "--json", description = "Print one JSON object a measurement, a line each.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Setup setup = setup();
    Class<?> main = spec.root().userObject().getClass();
    try (Scratch scratch = Scratch.create();
        BrokerProcess broker = BrokerProcess.start(main, scratch.directory());
        Cluster cluster = new Cluster(broker.bootstrapServers())) {
      Measurement.print(
          measure(cluster, setup, scratch.directory().resolve("state")).measurements(),
          json,
          spec.commandLine().getOut());
    }
    return 0;
  }

  private Setup setup() {
    if (messages < 1 || rounds < 1 || rate < 1 || seconds < 0 || commitInterval < 1) {
      throw UserError.wrongUse("bench: numbers must be positive; only --seconds may be 0");
    }
    if (threads < 1 || threads > Setup.PARTITIONS) {
      throw UserError.wrongUse(
          "bench: --threads is from 1 to %d, the number of partitions".formatted(Setup.PARTITIONS));
    }
    return new Setup(
        messages,
        rounds,
        rate,
        Duration.ofSeconds(seconds),
        threads,
        Duration.ofMillis(commitInterval));
  }

  private Results measure(Cluster cluster, Setup setup, Path state) {
    Workload workload = Workload.of(setup.messages(), cluster);
    tell("%,d messages of %,d senders", workload.size(), workload.senders());
    Starter starter = new Starter(cluster, setup, state);
    Results results = new Results();
    Throughput throughput = new Throughput(cluster, starter, workload);
    for (int round = WARM_UP_ROUND; round <= setup.rounds(); round++) {
      for (Contestant contestant : EnumSet.copyOf(only)) {
        Throughput.Run run = throughput.measure(contestant);
        tell(
            "round %d of %d: %s %,.0f records/s, %.1f us of CPU a record",
            round, setup.rounds(), contestant.id(), run.recordsPerSecond(), run.cpuMicros());
        if (round > WARM_UP_ROUND) {
          results.throughput(contestant, run);
        }
      }
    }
    if (!setup.latencyTime().isZero()) {
      Latency latency = new Latency(cluster, starter, workload, setup);
      for (Contestant contestant : EnumSet.copyOf(only)) {
        if (contestant != Contestant.COPY) {
          Histogram micros = latency.measure(contestant);
          tell("latency of %s is measured", contestant.id());
          results.latency(contestant, micros);
        }
      }
    }
    return results;
  }

  private void tell(String progress, Object... values) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(String.format(Locale.ROOT, progress, values));
    err.flush();
  }
}
