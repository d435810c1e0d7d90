package io.smswarden.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ResultsTest {

  private final Results results = new Results();

  private void throughput(Contestant contestant, double... rates) {
    for (double rate : rates) {
      results.throughput(contestant, new Throughput.Run(rate, 1e6 / rate));
    }
  }

  @Test
  void theMedianOfTheRoundsCountsAndIsComparedWithEachCeiling() {
    throughput(Contestant.IDENTITY, 400, 100, 200);
    throughput(Contestant.JOIN, 100, 100, 900);
    throughput(Contestant.PIPELINE, 40, 60);
    assertThat(results.measurements())
        .startsWith(
            new Measurement("throughput.identity", 200, "records/s", null, null),
            new Measurement("throughput.join", 100, "records/s", "identity", 0.5),
            new Measurement("throughput.pipeline", 50, "records/s", "join", 0.5),
            new Measurement("throughput.pipeline", 50, "records/s", "identity", 0.25));
  }

  @Test
  void aCeilingThatWasNotMeasuredIsNotComparedWith() {
    throughput(Contestant.PIPELINE, 40);
    assertThat(results.measurements())
        .first()
        .isEqualTo(new Measurement("throughput.pipeline", 40, "records/s", null, null));
  }

  @Test
  void latenciesAreToldInMilliseconds() {
    Histogram micros = new Histogram(3);
    micros.recordValue(2_000);
    micros.recordValue(2_000);
    micros.recordValue(64_000);
    results.latency(Contestant.IDENTITY, micros);
    assertThat(results.measurements())
        .extracting(Measurement::name, one -> Math.round(one.value()), Measurement::unit)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("latency_p50.identity", 2L, "ms"),
            org.assertj.core.groups.Tuple.tuple("latency_p99.identity", 64L, "ms"));
  }

  @Test
  void theTableNamesAFigureOnceAndEachOfItsRatios() {
    throughput(Contestant.IDENTITY, 400_000);
    throughput(Contestant.PIPELINE, 100_000);
    assertThat(Table.of(results.measurements()).lines())
        .hasSize(5)
        .anySatisfy(
            line ->
                assertThat(line)
                    .matches("throughput.pipeline +100,000 records/s +0.25 of identity"));
  }
}
