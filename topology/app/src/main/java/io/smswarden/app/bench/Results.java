package io.smswarden.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** What a benchmark found. */
final class Results {

  private static final List<Contestant> CEILINGS = List.of(Contestant.JOIN, Contestant.IDENTITY);
  private static final double MICROS = 1000.0;

  private final Map<Contestant, List<Throughput.Run>> runs = new EnumMap<>(Contestant.class);
  private final Map<Contestant, Histogram> latencies = new EnumMap<>(Contestant.class);

  void throughput(Contestant contestant, Throughput.Run run) {
    runs.computeIfAbsent(contestant, one -> new ArrayList<>()).add(run);
  }

  void latency(Contestant contestant, Histogram micros) {
    latencies.put(contestant, micros);
  }

  /** Each figure once for each of its ceilings, the nearest first, or once without one. */
  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    add(all, "throughput", "records/s", medians(Throughput.Run::recordsPerSecond));
    add(all, "cpu", "us/record", medians(Throughput.Run::cpuMicros));
    add(all, "latency_p50", "ms", percentiles(50));
    add(all, "latency_p99", "ms", percentiles(99));
    return all;
  }

  private Map<Contestant, Double> medians(ToDoubleFunction<Throughput.Run> figure) {
    Map<Contestant, Double> medians = new EnumMap<>(Contestant.class);
    runs.forEach(
        (contestant, all) ->
            medians.put(contestant, median(all.stream().mapToDouble(figure).toArray())));
    return medians;
  }

  private Map<Contestant, Double> percentiles(double percentile) {
    Map<Contestant, Double> values = new EnumMap<>(Contestant.class);
    latencies.forEach(
        (contestant, micros) ->
            values.put(contestant, micros.getValueAtPercentile(percentile) / MICROS));
    return values;
  }

  private static void add(
      List<Measurement> all, String figure, String unit, Map<Contestant, Double> values) {
    values.forEach(
        (contestant, value) -> {
          String name = figure + "." + contestant.id();
          List<Contestant> ceilings =
              CEILINGS.stream()
                  .filter(ceiling -> ceiling.compareTo(contestant) < 0)
                  .filter(values::containsKey)
                  .toList();
          if (ceilings.isEmpty()) {
            all.add(new Measurement(name, value, unit, null, null));
          }
          for (Contestant ceiling : ceilings) {
            all.add(new Measurement(name, value, unit, ceiling.id(), value / values.get(ceiling)));
          }
        });
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
  }
}
